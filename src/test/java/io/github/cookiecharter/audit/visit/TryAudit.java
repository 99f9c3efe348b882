package io.github.cookiecharter.audit.visit;
import io.github.cookiecharter.audit.browser.*;
import io.github.cookiecharter.audit.record.*;
import io.github.cookiecharter.banner.BannerControls;
import io.github.cookiecharter.model.BannerRuntime;
import java.nio.file.*;
import java.time.Duration;
import java.util.*;
public final class TryAudit {
    public static void main(String[] a) throws Exception {
        long t0=System.nanoTime();
        try (AuditedSite site = new AuditedSite(BannerRuntime.valueOf(a[1]))) {
            InstalledBrowser b = new BrowserSearch(System.getenv("PATH"), ":", false).find(a[0]);
            System.out.println(b);
            BrowserLauncher l = new BrowserLauncher(Path.of("/tmp/h5-profiles"));
            List<Phase> phases = a.length>2? Arrays.stream(a[2].split(",")).map(Phase::valueOf).toList() : List.of(Phase.values());
            AuditRecord r = new SiteAudit(() -> l.start(b), new AuditSettings(site.url(), List.of("/start"), phases, List.of(), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ZERO), BannerControls.of(site.charter()), line -> System.out.println((System.nanoTime()-t0)/1000000+" "+line)).run("2026-11-30");
            System.out.println((System.nanoTime()-t0)/1000000);
            for (Visit v : r.visits()) System.out.println(v);
            for (Sighting s : r.sightings()) System.out.println(s.visit().phase().word()+" "+s.visit().choice()+" "+(s.afterChoice()?"after":"at-first")+" "+s.kind().word()+" "+s.action().word()+" "+s.name()+" @"+s.host()+" "+(s.firstParty()?"own":"third")+" "+s.how()+" ["+s.place()+"] "+s.attributes().lifetime()+" "+s.partitioned()+" "+s.refused()+" "+s.value());
        }
    }
}
