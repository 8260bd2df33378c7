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

function inLanguage(code) {
  const language = languageName(code);
  return language ? message("inLanguage", { language }) : message("inAnotherLanguage");
}

/** What a state holds that its sentences may name. */
const named = ({ domain = "", address = "", detail = "", seconds, language }) => ({
  domain,
  address,
  detail,
  wait: wait(seconds),
  inLanguage: inLanguage(language),
});

/** Return the title and the text of a state: the messages `key`_title and `key`_text. */
const said = (key) => ({
  title: (state) => message(`${key}_title`, named(state)),
  text: (state) => message(`${key}_text`, named(state)),
});

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

  contradictions: message("contradictions"),
  actions: message("actions"),
  notStated: message("notStated"),
  notStatedMeaning: message("notStatedMeaning"),

  sources: {
    page: message("sourcePage"),
    paste: message("sourcePaste"),
    record: (domain) => message("sourceRecord", { domain }),
  },
  provenance: {
    submitted: (iso) => message("provenanceSubmitted", { date: day(iso) }),
    "home-page": (iso) => message("provenanceHomePage", { date: day(iso) }),
    "well-known": (iso) => message("provenanceWellKnown", { date: day(iso) }),
  },
  provenanceUnknown: (detail, iso) => message("provenanceUnknown", { detail, date: day(iso) }),
  fullText: message("fullText"),
  otherDocuments: message("otherDocuments"),
  legal: message("legal"),

  ready: (counts) =>
    counts.length
      ? message("ready", { counts: counts.join(", ") })
      : message("readyWithoutBadges", { noBadges: words.noBadges }),

  steps: {
    again: message("stepAgain"),
    "read-anyway": ({ address }) => message("stepReadAnyway", { address }),
    "look-up": message("stepLookUp"),
    paste: message("stepPaste"),
    options: message("stepOptions"),
  },

  /** What each state says, by its kind and, where it has one, its reason. */
  states: {
    working: {
      read: said("workingRead"),
      "look-up": said("workingLookUp"),
      "": said("working"),
    },
    unknown: said("unknown"),
    "nothing-on-record": {
      title: (state) => (state.domain ? said("nothingOnRecord") : said("siteWithoutName")).title(state),
      text: (state) => (state.domain ? said("nothingOnRecord") : said("siteWithoutName")).text(state),
    },
    "own-network": said("ownNetwork"),
    "page-changed": said("pageChanged"),
    "not-a-policy": said("notAPolicy"),
    refused: {
      terms: said("refusedTerms"),
      "cookie-policy": said("refusedCookies"),
      other: said("refusedOther"),
      "not-english": said("refusedNotEnglish"),
      "too-short": said("refusedTooShort"),
      "bot-wall": said("refusedBotWall"),
      "script-only": said("refusedScriptOnly"),
      "too-large": said("refusedTooLarge"),
      "": { title: said("refused").title, text: (state) => state.detail || said("refused").text(state) },
    },
    "unreadable-page": {
      browser: said("unreadableBrowser"),
      pdf: said("unreadablePdf"),
      moved: said("unreadableMoved"),
      loading: said("unreadableLoading"),
    },
    "service-away": {
      unreachable: said("awayUnreachable"),
      slow: said("awaySlow"),
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
  },

  toolbar: (warnings) => plural("toolbar", warnings),

  paste: {
    empty: message("pasteEmpty"),
    binary: message("pasteBinary"),
    address: message("pasteAddress"),
  },
};
