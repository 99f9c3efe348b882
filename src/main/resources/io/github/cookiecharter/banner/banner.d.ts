/** A service of the charter that waits for consent. */
type CookieCharterService = string;

/** A service of the charter that needs no consent and runs until the visitor objects. */
type CookieCharterExempt = string;

/** What the visitor allows. */
interface CookieCharterConsent {
  /** Whether there is a valid choice. */
  readonly decided: boolean;
  /** The services that the visitor allows; without a choice there are none. */
  readonly granted: readonly CookieCharterService[];
  /** The services that need no consent and to which the visitor objects. */
  readonly objected: readonly CookieCharterExempt[];
  /** When the visitor chose; null without a choice, and where the banner's library keeps no time. */
  readonly when: Date | null;
  /** The record's id; null without a choice, and where the banner's library keeps no id. */
  readonly id: string | null;
}

/** What banner.js offers to the page's own scripts. */
interface CookieCharter {
  /** Opens the banner. */
  show(): void;
  /** Opens the preferences. */
  preferences(): void;
  /** What the visitor allows now. */
  consent(): CookieCharterConsent;
  /**
   * Calls the listener after each choice or objection, made here or in another tab, and once for a choice that exists already. The
   * function that it returns ends this.
   */
  on(event: "change", listener: (consent: CookieCharterConsent) => void): () => void;
  /**
   * The language that the banner speaks. With a tag such as "de" it speaks another from now on; with an empty one, that
   * of the document again.
   */
  language(tag?: string): string;
}

interface Window {
  /** Is there as soon as banner.js has run, unless a content blocker keeps it away. */
  readonly cookieCharter?: CookieCharter;
}
