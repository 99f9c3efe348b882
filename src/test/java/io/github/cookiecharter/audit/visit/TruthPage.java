package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.judge.TestSite;

/** A page that stores, sends and keeps in as many ways as pages can. What follows from each act stands in {@code truth.txt}. */
final class TruthPage {

    static final String PATH = "/truth";

    private final TestSite site;
    private final String third;

    TruthPage(AuditedSite audited) {
        site = audited.site();
        third = site.url("tracker.localhost", "");
        headers();
        responses();
        frames();
        workers();
        site.put("/acts.js", ACTS.replace("THIRD", third).replace("REMOVED", site.url("removed.localhost", "")));
        site.put(PATH, audited.page(body()));
        site.header(PATH, "Content-Type", "text/html; charset=utf-8");
    }

    private void set(String path, String... cookies) {
        for (String cookie : cookies) {
            site.header(path, "Set-Cookie", cookie);
        }
    }

    private void headers() {
        set(
                PATH,
                "h-plain=s3cr3t; Path=/",
                "h-httponly=s3cr3t; HttpOnly",
                "h-secure=s3cr3t; Secure",
                "__Host-good=s3cr3t; Secure; Path=/",
                "__Host-no-secure=s3cr3t; Path=/",
                "__Host-path=s3cr3t; Secure; Path=/deep",
                "__Host-domain=s3cr3t; Secure; Path=/; Domain=shop.localhost",
                "__Secure-good=s3cr3t; Secure",
                "__Secure-bad=s3cr3t",
                "h-strict=s3cr3t; SameSite=Strict",
                "h-lax=s3cr3t; SameSite=Lax",
                "h-domain=s3cr3t; Domain=.shop.localhost",
                "h-foreign=s3cr3t; Domain=other.example",
                "h-expired=s3cr3t; Max-Age=0",
                "h-past=s3cr3t; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "h-odd-age=s3cr3t; Max-Age=soon",
                "h-negative=s3cr3t; Max-Age=-5",
                "h-both=s3cr3t; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=600",
                "h-decade=s3cr3t; Max-Age=315360000",
                "h-long=" + "s3cr3t".repeat(900),
                "h-twin=s3cr3t; Path=/",
                "h-twin=s3cr3t; Path=/deep",
                "h-odd-path=s3cr3t; Path=deep",
                "h-quoted=\"s3cr3t, s3cr3t\"",
                "h-deleted=s3cr3t; Path=/",
                "h-equals=s3cr3t=s3cr3t",
                "H-UPPER=s3cr3t; pAtH=/; SECURE");
    }

    private void responses() {
        for (String name : new String[] {
            "image",
            "css",
            "background",
            "preload",
            "xhr",
            "fetch",
            "keepalive",
            "beacon",
            "object",
            "video",
            "module",
            "imported",
            "post",
            "meta-target",
            "thread-fetch",
            "shared-fetch",
            "service-fetch",
            "omitted"
        }) {
            site.put("/r-" + name, "");
            set("/r-" + name, "r-" + name + "=s3cr3t; Path=/");
        }
        site.header("/r-css", "Content-Type", "text/css");
        site.put("/r-css", "main { background-image: url(/r-background); }");
        site.header("/r-module", "Content-Type", "text/javascript");
        site.put("/r-module", "import('/r-imported'); document.cookie = 'c-module=s3cr3t; path=/';");
        site.header("/r-imported", "Content-Type", "text/javascript");
        site.put("/r-imported", "document.cookie = 'c-imported=s3cr3t; path=/';");
        site.header("/r-post", "Content-Type", "text/html");
        site.header("/r-meta-target", "Content-Type", "text/html");
        for (int status : new int[] {204, 404, 500}) {
            site.status("/r-" + status, status);
            set("/r-" + status, "r-" + status + "=s3cr3t; Path=/");
        }
        site.status("/r-events", 204);
        set("/r-events", "r-events=s3cr3t; Path=/");
        set("/r-first", "r-first=s3cr3t; Path=/");
        site.header("/r-first", "Location", third + "/r-second");
        set("/r-second", "r-second=s3cr3t; Path=/; SameSite=None; Secure");
        site.header("/r-second", "Location", site.url("shop.localhost", "/r-last"));
        site.put("/r-last", "");
        set("/r-last", "r-last=s3cr3t; Path=/; SameSite=None; Secure");
    }

    private void frames() {
        site.put("/t-frame.html", """
                <!doctype html><title>third</title><script>
                document.cookie = "t-script=s3cr3t; SameSite=None; Secure";
                document.cookie = "t-script-chips=s3cr3t; SameSite=None; Secure; Partitioned";
                localStorage.setItem("t-local", "s3cr3t");
                sessionStorage.t_session = "s3cr3t";
                indexedDB.open("t-database");
                caches.open("t-cache");
                </script><iframe title="inner" src="/t-inner.html"></iframe>
                """);
        set(
                "/t-frame.html",
                "t-none=s3cr3t; SameSite=None; Secure",
                "t-strict=s3cr3t; SameSite=Strict",
                "t-chips=s3cr3t; SameSite=None; Secure; Partitioned; Path=/",
                "t-twin=s3cr3t; SameSite=None; Secure; Path=/",
                "t-twin=s3cr3t; SameSite=None; Secure; Partitioned; Path=/");
        site.put(
                "/t-inner.html",
                "<!doctype html><title>inner</title><iframe title='innermost' src='/t-most.html'></iframe>");
        set("/t-inner.html", "t-inner=s3cr3t; SameSite=None; Secure; HttpOnly");
        site.put(
                "/t-most.html",
                "<!doctype html><title>innermost</title><script>localStorage['t-most'] = 's3cr3t'</script>");
        set("/t-most.html", "t-most=s3cr3t; SameSite=None; Secure");
        site.put(
                "/t-removed.html",
                "<!doctype html><title>removed</title><script>"
                        + "localStorage.setItem('t-removed', 's3cr3t'); document.cookie = 't-removed=s3cr3t; SameSite=None; Secure';"
                        + "parent.postMessage('done', '*')</script>");
        site.put("/t-image", "");
        set("/t-image", "t-image=s3cr3t; SameSite=None; Secure");
        site.put("/t-omit", "");
        set("/t-omit", "t-omit=s3cr3t; SameSite=None; Secure");
        site.put(
                "/o-frame.html",
                "<!doctype html><title>own</title><script>document.cookie = 'c-frame=s3cr3t; path=/';"
                        + "</script><form method=post action=/r-post></form><script>document.forms[0].submit()</script>");
        site.put(
                "/o-meta.html",
                "<!doctype html><title>own</title><meta http-equiv=refresh content='0; url=/r-meta-target'>");
    }

    private void workers() {
        site.put(
                "/w-thread.js",
                "importScripts('/w-more.js'); fetch('/r-thread-fetch'); indexedDB.open('w-database');"
                        + " caches.open('w-cache');");
        site.put("/w-more.js", "");
        set("/w-more.js", "w-more=s3cr3t; Path=/");
        site.put("/w-shared.js", "fetch('/r-shared-fetch');");
        site.put(
                "/w-service.js",
                "self.addEventListener('install', (event) => event.waitUntil(Promise.all(["
                        + "fetch('/r-service-fetch'), cookieStore.set('w-service', 's3cr3t'),"
                        + "caches.open('w-service-cache')])));");
    }

    private String body() {
        return """
                <link rel="stylesheet" href="/r-css"><link rel="preload" as="fetch" crossorigin href="/r-preload">
                <script src="/acts.js"></script><script type="module" src="/r-module"></script>
                <img alt="" src="/r-image" width="1" height="1"><img alt="" src="/r-first"><img alt="" src="/r-404">
                <img alt="" src="/r-500"><img alt="" src="/r-204"><img alt="" src="THIRD/t-image">
                <object data="/r-object"></object><video src="/r-video"></video>
                <iframe title="own" src="/o-frame.html"></iframe><iframe title="meta" src="/o-meta.html"></iframe>
                <iframe title="srcdoc" srcdoc="<script>document.cookie = 'c-srcdoc=s3cr3t; path=/'; localStorage.setItem('l-srcdoc', 's3cr3t')</script>"></iframe>
                <iframe title="sandboxed" sandbox="allow-scripts" srcdoc="<script>document.cookie = 'c-sandboxed=s3cr3t'</script>"></iframe>
                <iframe title="third" src="THIRD/t-frame.html"></iframe>
                """.replace("THIRD", third);
    }

    private static final String ACTS = """
            const put = (text) => { document.cookie = text; };
            put("c-plain=s3cr3t; path=/");
            put("c-httponly=s3cr3t; path=/; HttpOnly");
            put("c-deleted=s3cr3t; path=/");
            put("c-deleted=; path=/; max-age=0");
            put("c-again=s3cr3t; path=/");
            put("c-again=; path=/; max-age=0");
            put("c-again=" + "s3cr3t; path=/; max-age=60");
            put("h-deleted=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT");
            put("__Host-script=s3cr3t; path=/; secure");
            put("__Host-script-bad=s3cr3t; path=/");
            put("c-\\u00e9\\u4e16=s3cr3t; path=/");
            put("c-path=s3cr3t; path=/elsewhere");
            new Function("document.cookie = 'c-function=s3cr3t; path=/'")();
            setTimeout("document.cookie = 'c-late=s3cr3t; path=/'", 200);
            cookieStore.set("s-plain", "s3cr3t");
            cookieStore.set({ name: "s-object", value: "s3cr3t", expires: Date.now() + 86400000, sameSite: "lax" });
            cookieStore.set("s-deleted", "s3cr3t").then(() => cookieStore.delete("s-deleted"));
            localStorage.setItem("l-call", "s3cr3t");
            localStorage.l_property = "s3cr3t";
            localStorage["l-bracket"] = "s3cr3t";
            Object.assign(localStorage, { l_assign: "s3cr3t" });
            localStorage.setItem("l-removed", "s3cr3t");
            localStorage.removeItem("l-removed");
            sessionStorage.setItem("e-call", "s3cr3t");
            sessionStorage.e_property = "s3cr3t";
            indexedDB.open("d-kept");
            indexedDB.open("d-deleted").onsuccess = (event) => {
              event.target.result.close();
              indexedDB.deleteDatabase("d-deleted");
            };
            caches.open("a-kept");
            caches.open("a-deleted").then(() => caches.delete("a-deleted"));
            window.name = "s3cr3t";
            const blank = document.createElement("iframe");
            document.head.append(blank);
            blank.contentDocument.cookie = "c-blank=s3cr3t; path=/";
            blank.contentWindow.localStorage.setItem("l-blank", "s3cr3t");
            const request = new XMLHttpRequest();
            request.open("GET", "/r-xhr");
            request.send();
            fetch("/r-fetch");
            fetch("/r-keepalive", { keepalive: true });
            fetch("/r-omitted", { credentials: "omit" });
            fetch("THIRD/t-omit", { mode: "no-cors", credentials: "omit" });
            navigator.sendBeacon("/r-beacon", "s3cr3t");
            new EventSource("/r-events");
            new Worker("/w-thread.js");
            new SharedWorker("/w-shared.js");
            navigator.serviceWorker.register("/w-service.js");
            addEventListener("message", (event) => {
              if (event.data === "done") { setTimeout(() => document.getElementById("removed").remove(), 500); }
            });
            addEventListener("DOMContentLoaded", () => {
              const removed = document.createElement("iframe");
              removed.id = "removed";
              removed.src = "REMOVED/t-removed.html";
              document.body.append(removed);
            });
            """;
}
