/**
 * The types that the core and the runtimes share. `charter` is what the plugin writes in front of a bundle; its Java
 * side is the class BannerData and one adapter for each runtime.
 *
 * @module
 */

/**
 * What all runtimes know of a declaration.
 *
 * @template {Texts} [T=Texts]
 * @typedef {object} Charter
 * @property {number} revision
 * @property {ConsentCookie} cookie
 * @property {boolean} reload whether the page is loaded anew after a service was withdrawn
 * @property {boolean} gpc whether Global Privacy Control refuses
 * @property {boolean} closeRefuses whether the banner has a button that closes it and refuses
 * @property {"auto" | "light" | "dark"} theme
 * @property {RuntimeFile[]} files the runtime's own files, in the order in which a page loads them
 * @property {Record<string, string>} services the services that wait for consent, each with its category
 * @property {Record<string, boolean>} objection the services that run until the visitor objects, each with whether Global
 *   Privacy Control is an objection
 * @property {string[]} free the services that are always on
 * @property {FrameEntry[]} frames in order of precedence
 * @property {FrameEntry[]} pixels the same of pixels
 * @property {Record<string, string[][]>} signals for each of Google's signals, its categories as lists of services
 * @property {StoredEntry[]} entries what may be stored, in order of precedence
 * @property {string[]} languages the default language first
 * @property {Record<string, T>} texts by language
 */

/**
 * @typedef {object} ConsentCookie
 * @property {string} name
 * @property {string} former a regular expression for the names of all revisions
 * @property {string} [withoutDomain] the name of a record from before the site declared a domain, if it was another one
 * @property {string} domain empty for the host alone
 * @property {string} path
 */

/**
 * @typedef {object} RuntimeFile
 * @property {string} address relative to the folder of banner.js, with the version
 * @property {string} integrity
 * @property {boolean} style
 */

/**
 * A name or a pattern, whichever is there.
 *
 * @typedef {object} Named
 * @property {string} [name]
 * @property {string} [pattern] in which "*" stands for any run of characters
 */

/**
 * @typedef {object} FrameEntry
 * @property {string[]} address patterns for host, port and path with query; host and port are empty for the site's own
 * @property {string[]} services
 */

/**
 * @typedef {Named & {
 *   kind: "cookie" | "local-storage" | "session-storage" | "indexed-db",
 *   service?: string,
 *   path?: string,
 *   domain?: string
 * }} StoredEntry what a script on the page can erase; without a service, what no choice erases
 */

/**
 * The words of one language.
 *
 * @typedef {object} Texts
 * @property {string} language the language that the words are in, which may be another than the page's
 * @property {string} direction
 * @property {Record<string, string>} foreign words in yet another language, each with that language
 * @property {string} title
 * @property {string} description
 * @property {string[]} sentences what follows the description
 * @property {string} providersLink the words of the link to the list of providers; empty without one
 * @property {string} providers its address
 * @property {string} acceptAll
 * @property {string} rejectAll
 * @property {string} manage
 * @property {string} save
 * @property {string} close
 * @property {string} preferencesTitle
 * @property {string} preferencesDescription
 * @property {string[]} preferencesSentences what follows the preferences
 * @property {string} revision
 * @property {string} gpc
 * @property {string} policyLink
 * @property {string} policy the address of the policy
 * @property {string} optOutLink the words of the link to opt out of sale and sharing; empty without one
 * @property {string} optOut its address
 * @property {{ text: string, load: string, manage: string, privacy: string }} frame
 * @property {Record<string, Provider>} frames the provider behind each service with frames
 */

/**
 * @typedef {object} Provider
 * @property {string} name
 * @property {string} [privacy] the address of its privacy policy
 */

/**
 * What a runtime supplies.
 *
 * @typedef {object} Runtime
 * @property {() => void} prepare called at once, while the page still loads
 * @property {() => boolean} isLoaded whether the page has loaded the library already
 * @property {(value: string) => boolean} isRecord whether a cookie's value is one of the library's records; may throw
 * @property {(value: string, service: string) => boolean} refuses whether a record says no to a service, whatever its
 *   revision
 * @property {() => boolean} hasDecided whether there is a valid choice
 * @property {(service: string) => boolean} isAllowed whether the visitor allows a service that needs consent; false as
 *   long as there is no valid choice
 * @property {() => void} show opens the banner, though there may be a choice
 * @property {() => void} showPreferences
 * @property {string} banner the selector of the banner while it is open
 * @property {() => Element | null} root the element around all that the runtime shows, once it is there
 * @property {() => Proof} [proof] what the record tells of a valid choice
 * @property {ScriptForm} [ownScripts] the library's own form of scripts that wait
 * @property {(banner: Banner) => void} start called when the page is complete and the library loaded
 * @property {() => void} stop takes all away that start has brought: it is called again, and reads record and language
 *   anew
 */

/** @typedef {{ when: Date | null, id: string | null }} Proof */

/**
 * @typedef {object} ScriptForm
 * @property {string} selector
 * @property {string} what
 * @property {(held: Element) => boolean} isKnown
 * @property {(held: Element) => boolean} mayRun
 */

/**
 * What a runtime calls in turn.
 *
 * @typedef {object} Banner
 * @property {() => void} dropBrokenRecord before the library reads its record
 * @property {() => void} started once the library has started, for the first time or again: it knows the choice, if there
 *   is one, and can show its preferences
 * @property {() => void} choiceMade after each choice of the visitor, once isAllowed tells the new one
 * @property {() => void} eraseRefused erases what the choice refuses, and does nothing else that follows from a choice
 * @property {(service: string) => boolean} isObjected whether the visitor objects to a service that runs until then
 * @property {() => boolean} staysClosed whether the banner does not open by itself though there is no choice
 * @property {(dialog: ParentNode) => void} showSignal for dialogs that are not in the page yet
 */

/**
 * The page that the banner stands in.
 *
 * @template {Texts} [T=Texts]
 * @typedef {object} Page
 * @property {string} base the address of the folder that banner.js was loaded from
 * @property {(element: HTMLElement) => boolean} hasNonce whether an element has the nonce of banner.js, if that has one
 * @property {(how: "createHTML" | "createScript" | "createScriptURL", text: string) => string} trusted what the browser
 *   takes in place of a text where the site requires Trusted Types
 * @property {T} texts the words in the page's language
 * @property {() => string} language the page's language as far as the charter speaks it
 * @property {(tag: string) => void} setLanguage makes it another than the document's; an empty tag makes it that again
 * @property {(root: HTMLElement) => void} speak marks an element with its language and direction, and foreign words in it
 * @property {(root: HTMLElement) => void} markForeign
 * @property {(texts: Texts) => string} policyLink a link to the policy, and perhaps one to opt out, as HTML
 * @property {(texts: Texts) => string} sentences the sentences after the banner's description, with a link to the list of
 *   providers, as HTML; each is an element of its own, so that it may have a language of its own
 * @property {(isLoaded: () => boolean, then: () => void) => void} withLibrary
 */

/**
 * @template {Texts} T
 * @template {Charter<T>} C
 * @typedef {(charter: C, page: Page<T>) => Runtime} RuntimeFactory
 */

export {};
