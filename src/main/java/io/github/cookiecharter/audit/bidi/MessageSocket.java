package io.github.cookiecharter.audit.bidi;

import java.io.IOException;

/** One end of a connection that carries whole text messages. */
interface MessageSocket {

    /** What a socket brings, one call at a time. */
    interface Receiver {

        /** A message came in. */
        void message(String text);

        /**
         * The connection ended, and nothing comes any more.
         *
         * @param cause in words, without a full stop at its end
         */
        void closed(String cause);
    }

    /**
     * Sends a message.
     *
     * @throws IOException if the connection has ended
     */
    void send(String text) throws IOException;

    /** Ends the connection; further calls do nothing. */
    void close();
}
