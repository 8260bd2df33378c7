/**
 * Every sentence that the popup and the page at / say, by its key in _locales. A sentence with something in it is a function.
 *
 * What practices are called stands in practice-words.js.
 */

import { day, languageName, message, number, plural } from "./messages.js";

const LONG_WAIT_SECONDS = 120;

function wait(seconds) {
  if (seconds === null || seconds === undefined) return message("waitAWhile");
  if (seconds <= LONG_WAIT_SECONDS) return plural("waitSeconds", seconds);
  return plural("waitMinutes", Math.ceil(seconds / 60));
}

const kilobytes = (bytes) => message("kilobytes", { count: number(Math.max(1, Math.round(bytes / 1024))) });

function inLanguage(code) {
  const language = languageName(code);
  return language ? message("inLanguage", { language }) : message("inAnotherLanguage");
}

/** What a state holds that its sentences may name. */
const named = ({ domain = "", address = "", url = "", detail, seconds, language }) => ({
  domain,
  address,
  url,
  detail: detail || message("noReason"),
  wait: wait(seconds),
  inLanguage: inLanguage(language),
});

/** Return the title and the text of a state: the messages `key`_title and `key`_text. */
const said = (key) => ({
  title: (state) => message(`${key}_title`, named(state)),
  text: (state) => message(`${key}_text`, named(state)),
});

/** Return the title and the text of a state whose text ends as `more(state)` has it. */
const saidWith = (key, more) => ({
  title: said(key).title,
  text: (state) => `${said(key).text(state)} ${more(state)}`,
});

/** How to get to the policy, where it is known which it is and where not. */
const wayOn = ({ links }) => (links?.length ? message("wayByLinks") : message("wayToPolicy"));

const ownPage = ({ links }) => (links?.length ? message("ownPageByLinks") : message("ownPage"));

/** What the service would be sent, where it could read the page itself; `otherwise` where it could not. */
const addressSent = (otherwise) => (state) => (state.url ? message("addressSent", named(state)) : otherwise);

/** How to come to a policy's words all the same: from a tab, as `inTab` says, or by giving them oneself. */
const wayToWords = (inTab) => ({ from }) => (from === "paste" ? message("pasteInstead") : inTab);

/** What the service says of an address that it cannot read, which is a sentence. */
const ofAddress = (state) => `${named(state).detail} ${wayToWords(message("openInTab"))(state)}`;

/** What a page that was not sent looks like. */
const LOOKS = { terms: message("looksLikeTerms"), "cookie-policy": message("looksLikeCookies") };
const UNKNOWN = { terms: message("unknownTerms"), "cookie-policy": message("unknownCookies") };

export const words = {
  untitled: message("untitled"),
  dated: (time) => message("dated", { date: day(time) }),
  from: (time) => message("holdsFrom", { date: day(time) }),
  undated: message("undated"),
  years: (years) => plural("age", years),
  length: (count) => plural("length", count),
  saved: (minutes) => message("readingTime", { count: number(minutes) }),

  grade: (letter) => message("grade", { letter }),
  gradeTerms: message("gradeTerms"),
  points: (points) => (points > 0 ? `+${points}` : `\u2212${-points}`),

  overview: message("overview"),
  noBadges: message("noBadges"),
  levels: {
    warning: {
      title: message("warnings"),
      one: message("warning"),
      count: (count) => plural("warningCount", count),
    },
    caution: {
      title: message("cautions"),
      one: message("caution"),
      count: (count) => plural("cautionCount", count),
    },
    good: { title: message("goods"), one: message("good"), count: (count) => plural("goodCount", count) },
    info: { title: message("infos"), one: message("info"), count: (count) => plural("infoCount", count) },
  },
  quotes: (count) => plural("quotes", count),
  more: (count) => plural("moreSentences", count),
  place: (index, count) => message("place", { index: number(index), count: number(count) }),
  under: (heading) => message("under", { heading }),
  hedged: message("hedged"),
  region: (region) => message("heldFor", { region }),

  measured: {
    asking: message("measuredAsking"),
    known: (right, judged) => message("measuredKnown", { right: number(right), judged: number(judged) }),
    unknown: message("measuredUnknown"),
    failed: message("measuredFailed"),
  },

  report: {
    open: message("reportOpen"),
    meaning: message("reportMeaning"),
    label: message("reportLabel"),
    mail: message("reportMail"),
    subject: (badge) => message("reportSubject", { label: badge }),
    text: ({ kind, label, title, url, readAt, id, analysis, quotes }) =>
      [
        message("reportBadge", { label, kind }),
        "",
        `${message("reportWhy")} `,
        "",
        message("reportPolicy", { title: title || message("reportNoTitle") }),
        message("reportAddress", { address: url || message("reportNotKnown") }),
        message("reportRead", { date: readAt ? day(readAt) : message("reportNotKnown") }),
        message("reportSummary", { id }),
        message("reportAnalysis", { analysis }),
        "",
        message("reportQuotes"),
        ...quotes.map((quote) => `- ${quote}`),
      ].join("\n"),
  },

  history: {
    title: message("historyTitle"),
    asking: message("historyAsking"),
    none: message("historyNone"),
    failed: message("historyFailed"),
    unknown: (domain) => message("historyUnknown", { domain }),
    on: day,
    came: message("historyCame"),
    went: message("historyWent"),
    became: message("historyBecame"),
    before: message("historyBefore"),
  },

  copy: {
    markdown: message("copyMarkdown"),
    report: message("copyReport"),
    done: message("copyDone"),
    failed: message("copyFailed"),
  },
  text: message("textRead"),

  contradictions: message("contradictions"),
  actions: message("actions"),
  notStated: message("notStated"),
  notStatedMeaning: message("notStatedMeaning"),

  sources: {
    page: ({ readAt }) => message("sourcePage", { date: day(readAt) }),
    selection: ({ readAt }) => message("sourceSelection", { date: day(readAt) }),
    address: ({ url, readAt }) => message("sourceAddress", { url, date: day(readAt) }),
    paste: ({ readAt }) => message("sourcePaste", { date: day(readAt) }),
    same: (domain) => message("sourceSame", { domain }),
    record: (domain) => message("sourceRecord", { domain }),
  },
  kept: (title, iso) => message("sourceKept", { title, date: day(iso) }),
  provenance: {
    submitted: (iso) => message("provenanceSubmitted", { date: day(iso) }),
    "home-page": (iso) => message("provenanceHomePage", { date: day(iso) }),
    "well-known": (iso) => message("provenanceWellKnown", { date: day(iso) }),
  },
  provenanceUnknown: (detail, iso) => message("provenanceUnknown", { detail, date: day(iso) }),
  fullText: message("fullText"),
  differs: (domain, iso) => message("differs", { domain, date: day(iso) }),
  showInPage: message("showInPage"),
  showThere: message("showThere"),
  shown: (places) => (places > 1 ? plural("shownOfSeveral", places) : message("shown")),
  notShown: message("notShown"),

  links: {
    title: message("linksTitle"),
    kinds: {
      "privacy-policy": message("linkPolicy"),
      "cookie-policy": message("linkCookies"),
      terms: message("linkTerms"),
    },
    named: (text) => message("linkNamed", { text }),
    read: message("linkRead"),
    open: message("linkOpen"),
    sent: (address) => message("linkSent", { address, read: message("linkRead") }),
  },
  otherDocuments: message("otherDocuments"),
  legal: message("legal"),

  ready: (counts) =>
    counts.length
      ? message("ready", { counts: counts.join(", ") })
      : message("readyWithoutBadges", { noBadges: words.noBadges }),

  steps: {
    again: message("stepAgain"),
    "read-anyway": ({ address }) => message("stepReadAnyway", { address }),
    "read-address": message("stepReadAddress"),
    "open-link": message("stepOpenLink"),
    "look-up": message("stepLookUp"),
    "see-record": message("stepSeeRecord"),
    search: message("stepSearch"),
    "search-result": message("stepSearchResult"),
    paste: message("stepPaste"),
    options: message("stepOptions"),
  },

  /** What each state says, by its kind and, where it has one, its reason. */
  states: {
    working: {
      read: said("workingRead"),
      "look-up": said("workingLookUp"),
      "see-record": said("workingLookUp"),
      "read-address": said("workingReadAddress"),
      search: said("workingSearch"),
      "": said("working"),
    },
    unknown: {
      title: ({ domain }) => message("nothingOnRecord", { domain }),
      text: (state) => `${UNKNOWN[state.looksLike] ?? message("unknown")} ${wayOn(state)}`,
    },
    "nothing-on-record": {
      title: ({ domain }) => (domain ? message("nothingOnRecord", { domain }) : message("siteWithoutName")),
      text: wayOn,
    },
    searching: said("searching"),
    "search-goes-on": said("searchGoesOn"),
    "search-failed": said("searchFailed"),
    "own-network": said("ownNetwork"),
    "page-changed": said("pageChanged"),
    "not-a-policy": {
      title: said("notAPolicy").title,
      text: (state) => [LOOKS[state.looksLike], said("notAPolicy").text(state), wayOn(state)].filter(Boolean).join(" "),
    },
    refused: {
      terms: saidWith("refusedTerms", ownPage),
      "cookie-policy": saidWith("refusedCookies", ownPage),
      other: said("refusedOther"),
      "not-english": said("refusedNotEnglish"),
      "too-short": said("refusedTooShort"),
      "bot-wall": saidWith("refusedBotWall", wayToWords(message("answerAndWait"))),
      "script-only": saidWith("refusedScriptOnly", wayToWords(message("waitAndTry"))),
      unreachable: { title: message("refusedUnreachable_title"), text: ofAddress },
      "refused-address": { title: message("refusedAddress_title"), text: ofAddress },
      "unsupported-media-type": said("refusedMediaType"),
      "too-large": said("refusedTooLarge"),
      "": { title: said("refused").title, text: (state) => state.detail || said("refused").text(state) },
    },
    "unreadable-page": {
      browser: saidWith("unreadableBrowser", addressSent(message("openPolicy"))),
      pdf: saidWith("unreadablePdf", addressSent(message("pdfElsewhere"))),
      closed: said("unreadableClosed"),
      moved: said("unreadableMoved"),
      loading: said("unreadableLoading"),
    },
    "service-away": {
      unreachable: said("awayUnreachable"),
      slow: said("awaySlow"),
      busy: said("awayBusy"),
      fault: said("awayFault"),
      forbidden: said("awayForbidden"),
      stranger: said("awayStranger"),
      "store-away": said("awayStore"),
    },
    "too-many-requests": said("tooManyRequests"),
    broken: said("broken"),
  },

  options: {
    saved: message("optionsSaved"),
    refused: message("optionsRefused"),
    testing: message("optionsTesting"),
    connected: (practices) => plural("optionsConnected", practices),

    automatic: {
      title: message("automaticTitle"),
      label: message("automaticLabel"),
      meaning: message("automaticMeaning"),
      on: message("automaticOn"),
      off: message("automaticOff"),
      declined: message("automaticDeclined"),
    },

    kept: {
      title: message("keptTitle"),
      none: message("keptNone"),
      meaning: message("keptMeaning"),
      site: message("keptPolicy"),
      readAt: message("keptReadOn"),
      size: message("keptSize"),
      remove: message("keptRemove"),
      removeOf: (title) => message("keptRemoveOf", { title }),
      removeAll: message("keptRemoveAll"),
      removed: message("keptRemoved"),
      on: day,
      bytes: kilobytes,
      total: (entries, bytes) =>
        message("keptTotal", { summaries: plural("keptSummaries", entries), size: kilobytes(bytes) }),
      visits: (answers, sites) =>
        message("keptVisits", { answers: plural("keptAnswers", answers), sites: plural("keptSites", sites) }),
      removeVisits: message("keptRemoveVisits"),
    },
  },

  paste: {
    empty: message("pasteEmpty"),
    binary: message("pasteBinary"),
    address: message("pasteAddress"),
  },
};
