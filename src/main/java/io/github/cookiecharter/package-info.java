/**
 * A Maven plugin that turns one {@code cookies.yaml} into cookie policy pages, a consent banner and a Java class of the
 * allowed cookie names, and checks the declaration against law, browsers and the project's own code.
 *
 * <pre>
 * cookies.yaml ──▶ declaration ──▶ charter ──▶ rule ──▶ policy    ─┐
 *                  as written      resolved    findings  banner    ─┼─▶ output ──▶ target/
 *                                    │                   constants ─┤
 *                                    │                   report    ─┘
 *                                    ▼
 * classes, scripts, ──▶ scan ──▶ check ──▶ rule ──▶ report
 * pages, settings       evidence  findings
 *
 * files of other tools ──▶ imports ──▶ a first cookies.yaml
 * </pre>
 *
 * <p>Start at {@link io.github.cookiecharter.goal}: each goal is one class whose {@code run} method reads as the story of
 * the goal. {@link io.github.cookiecharter.maven} holds the Mojos, which translate Maven's parameters into requests to the
 * goals and results into log lines. Each package introduces itself in its {@code package-info}; {@code ArchitectureTest}
 * holds the dependencies between them. This package holds no class.
 */
package io.github.cookiecharter;
