/**
 * Every sentence that the popup and the page at / say, in English.
 *
 * A sentence with something in it is a function. Practices, their labels and the overview come from the service.
 */

const many = (count, one, more) => `${number(count)} ${count === 1 ? one : more}`;
const number = (value) => new Intl.NumberFormat("en-GB").format(value);
const day = (time) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(time));

const LONG_WAIT_SECONDS = 120;

function wait(seconds) {
  if (seconds === null || seconds === undefined) return "a while";
  if (seconds <= LONG_WAIT_SECONDS) return many(seconds, "second", "seconds");
  return many(Math.ceil(seconds / 60), "minute", "minutes");
}

/** What a page that was not sent looks like. */
const notLike = (kind) =>
  ({
    terms: "looks like terms of service, not like a privacy policy",
    "cookie-policy": "looks like a cookie policy, not like a privacy policy",
  })[kind] ?? "does not look like a privacy policy";

/** How to get to the policy, where it is known which it is and where not. */
const wayOn = (links) =>
  links?.length
    ? "It links to what may be the site\u2019s policies:"
    : "Open the site\u2019s privacy policy, often linked at the foot of the page, and click again.";

const ownPage = (links) =>
  links?.length ? "This page links to others:" : "The privacy policy is usually a page of its own.";

const addressSent = ({ url, address }) =>
  `The service at ${address} could read the address itself. It would be sent ${url} and nothing else.`;

export const words = {
  untitled: "Privacy policy",
  dated: (time) => `Dated ${day(time)}`,
  from: (time) => `Holds from ${day(time)} on`,
  undated: "No date found",
  years: (years) => `(${many(years, "year", "years")} old)`,
  length: (count) => many(count, "word", "words"),
  saved: (minutes) => `${number(minutes)} min to read`,

  grade: (letter) => `Grade ${letter}`,
  gradeTerms: "How this grade came about",
  points: (points) => (points > 0 ? `+${points}` : `\u2212${-points}`),

  overview: "In short",
  noBadges: "We recognised no statement worth a badge. That does not mean that nothing is wrong.",
  levels: {
    warning: { title: "Warnings", one: "Warning", count: (count) => many(count, "warning", "warnings") },
    caution: { title: "Worth knowing", one: "Worth knowing", count: (count) => many(count, "caution", "cautions") },
    good: { title: "On your side", one: "Good", count: (count) => many(count, "good point", "good points") },
    info: { title: "It also says", one: "For information", count: (count) => `${number(count)} more` },
  },
  quotes: (count) => (count === 1 ? "quote" : "quotes"),
  more: (count) => `${many(count, "more sentence says", "more sentences say")} so.`,
  place: (index, count) => `${index} of ${count}`,
  under: (heading) => `Under \u201c${heading}\u201d`,
  hedged: "The policy only says that this may happen.",
  region: (region) => `Holds for: ${region}`,

  contradictions: "Contradictions",
  actions: "What you can do",
  notStated: "We found no statement on",
  notStatedMeaning: "Silence is neither a yes nor a no.",
  noStatementOn: {
    "collects-contact-info": "contact details",
    "collects-precise-location": "your precise location",
    "collects-sensitive-data": "sensitive data",
    "uses-for-marketing": "use for marketing",
    "uses-for-targeted-ads": "behaviour-based ads",
    "uses-for-ai-training": "AI training",
    "allows-third-party-trackers": "other companies\u2019 trackers",
    "ignores-do-not-track": "Do Not Track signals",
    "sells-data": "selling your data",
    "shares-for-marketing": "sharing for others\u2019 marketing",
    "transfers-abroad": "transfers abroad",
    "can-opt-out-of-marketing": "opting out of marketing",
    "can-access-or-correct": "seeing and correcting your data",
    "can-delete": "deleting your data",
    "states-retention-period": "how long data is kept",
    "encrypts-data": "encryption",
    "notifies-of-breach": "telling you of data breaches",
    "notifies-of-changes": "telling you of changes",
    "collects-from-children": "children\u2019s data",
    "provides-privacy-contact": "whom to ask about privacy",
  },

  sources: {
    page: "Read from the page in this tab.",
    selection: "Read from what you had selected, not from the whole page.",
    address: ({ url }) => `The service read this itself, from ${url}.`,
    paste: "Read from what you gave.",
    record: (domain) => `Not this page: what is on record for ${domain}.`,
  },
  provenance: {
    submitted: (iso) => `You had it read on ${day(iso)}.`,
  },
  provenanceUnknown: (detail, iso) => `${detail} Read on ${day(iso)}.`,
  fullText: "Open the policy",
  differs: "This page does not say the same as the one on record for its address.",
  showInPage: "Show in page",
  showThere: "Show in the policy",
  shown: (places) => (places > 1 ? `Marked in the page, at one of ${number(places)} places.` : "Marked in the page."),
  notShown: "Not found in the page as it is now. It may have changed, or the tab shows another page.",

  links: {
    title: "Policies that this page links to",
    kinds: { "privacy-policy": "the privacy policy", "cookie-policy": "the cookie policy", terms: "the terms" },
    named: (text) => `\u201c${text}\u201d`,
    read: "Read it",
    openShort: "Open",
    open: (name) => `Open ${name}`,
    sent: (address) => `\u201cRead it\u201d sends the address above, and nothing else, to ${address}, which then reads it there.`,
  },
  otherDocuments: "Other documents on record",
  legal: "Found by fixed rules in the policy\u2019s own words. They miss things. This is not legal advice.",

  ready: (counts) => (counts.length ? `Summary ready: ${counts.join(", ")}.` : `Summary ready. ${words.noBadges}`),

  steps: {
    again: "Try again",
    "read-anyway": ({ address }) => `Send this page\u2019s text to ${address} all the same`,
    "read-address": "Let the service read this address",
    "open-link": "Open it in a tab",
    "look-up": ({ differs }) => (differs ? "See what is on record" : "Look up this site instead"),
    search: "Let the service look for its policy",
    "search-result": "Look again",
    paste: "Paste a policy instead",
    options: "Choose a service",
  },

  /** What each state says, by its kind and, where it has one, its reason. */
  states: {
    working: {
      read: { title: "Looking at this page\u2026", text: "This takes about a second." },
      "look-up": { title: "Looking up this site\u2026", text: "This takes about a second." },
      "read-address": { title: "The service reads the policy\u2026", text: "It asks the site itself, which takes some seconds." },
      search: { title: "Asking the service to look\u2026", text: "This takes about a second." },
      "": { title: "Reading the policy\u2026", text: "This takes about a second." },
    },
    unknown: {
      title: ({ domain }) => `Nothing on record for ${domain}`,
      text: ({ looksLike, links }) =>
        `This page ${notLike(looksLike)}, so nothing of it was sent: only the name of the site was looked up. ${wayOn(links)}`,
    },
    "nothing-on-record": {
      title: ({ domain }) => (domain ? `Nothing on record for ${domain}` : "This site cannot be looked up"),
      text: ({ links }) => wayOn(links),
    },
    searching: {
      title: ({ domain }) => `Looking for the policy of ${domain}\u2026`,
      text: "The service visits the site itself and follows its links. This takes up to a minute; you may close this.",
    },
    "search-goes-on": {
      title: ({ domain }) => `Still looking for the policy of ${domain}`,
      text: "It takes longer than usual. The service goes on without us: look again in a few minutes.",
    },
    "search-failed": {
      title: ({ domain }) => `No policy was found for ${domain}`,
      text: ({ detail }) => `${detail || "The service gave no reason."} Open the policy yourself and click again, or paste it.`,
    },
    "own-network": {
      title: "This policy lies on your own network",
      text: "It looks like a privacy policy, but not like one that everyone can read. So nothing was sent, unless you say so.",
    },
    "page-changed": {
      title: "The page has changed",
      text: "The tab no longer shows what you were asked about, so nothing was sent. Look whether this page is the one.",
    },
    "not-a-policy": {
      title: "This does not look like a privacy policy",
      text: ({ looksLike, links }) => `${looksLike ? `It ${notLike(looksLike)}. ` : ""}So nothing of it was sent. ${wayOn(links)}`,
    },
    refused: {
      terms: {
        title: "These are terms of service",
        text: ({ links }) => `They are not a privacy policy, so there is no summary. ${ownPage(links)}`,
      },
      "cookie-policy": {
        title: "This is a cookie policy",
        text: ({ links }) => `It covers cookies only, so there is no summary. ${ownPage(links)}`,
      },
      other: {
        title: "This is not a privacy policy",
        text: "The service read it and found a text of another kind. That says nothing about the site, good or bad.",
      },
      "not-english": {
        title: "Only English policies can be read so far",
        text: ({ language }) => `This one seems to be in ${languageName(language)}. Is there an English version of it?`,
      },
      "too-short": {
        title: "Too short to judge",
        text: "There are too few words here for a policy. Is the whole text shown, with all sections open?",
      },
      "bot-wall": {
        title: "The site wants to know whether you are a robot",
        text: "What was read is that question, not the policy. Answer it, wait for the policy and click again.",
      },
      "script-only": {
        title: "The page was not ready",
        text: "Its words are drawn by scripts and were not there yet. Wait until you see the policy and try again.",
      },
      unreachable: {
        title: "The service could not get the page",
        text: ({ detail, url }) => `${detail} You may have more luck: open ${url ? "it" : "the page"} and click again there.`,
      },
      "refused-address": {
        title: "The service does not read this address",
        text: ({ detail }) => `${detail} Open it in a tab and click again there.`,
      },
      "unsupported-media-type": {
        title: "The service cannot read this kind of file",
        text: ({ detail }) => `${detail} It reads web pages, plain text and PDF.`,
      },
      "too-large": {
        title: "This page is too long",
        text: "It is longer than the service reads, and nothing is cut off in silence. Is there a page with the policy alone?",
      },
      "": {
        title: "The service could not read this",
        text: ({ detail }) => detail || "It gave no reason.",
      },
    },
    "unreadable-page": {
      browser: {
        title: "This page cannot be read",
        text: (state) =>
          "Browsers keep their own pages, their stores and some other tabs closed to extensions. " +
          (state.url ? addressSent(state) : "Open a site\u2019s policy and click again."),
      },
      pdf: {
        title: "This is a PDF file",
        text: (state) =>
          "Extensions cannot read these. " +
          (state.url ? addressSent(state) : "Many sites have the same policy as a web page too. Its text can also be pasted."),
      },
      closed: {
        title: "The tab was closed",
        text: "It went before it was read. Open the page again, then try again.",
      },
      moved: {
        title: "The page went away",
        text: "It gave way to another while it was read. Wait until the new one is shown in full, then try again.",
      },
      loading: {
        title: "The page is still loading",
        text: "Wait until it is shown in full, then try again.",
      },
    },
    "service-away": {
      unreachable: {
        title: "The service does not answer",
        text: ({ address }) =>
          `No Smallprint service answers at ${address}. It may be off, another program may use the address, or its settings ` +
          "may not allow this extension (SMALLPRINT_ORIGINS).",
      },
      slow: {
        title: "The service takes too long",
        text: ({ address }) => `${address} gave no answer in time. It may be busy: try again in a moment.`,
      },
      busy: {
        title: "The service has too much to read",
        text: ({ address, seconds }) => `${address} is busy with other policies. Wait ${wait(seconds)}, then try again.`,
      },
      fault: {
        title: "The service has a fault of its own",
        text: ({ address, seconds }) => `${address} failed at this. Wait ${wait(seconds)}, then try again.`,
      },
      forbidden: {
        title: "The service does not take questions from here",
        text: ({ address }) => `${address} is set to answer others only. Its owner can allow this in its settings.`,
      },
      stranger: {
        title: "That is not a Smallprint service",
        text: ({ address }) => `Something answers at ${address}, but not as Smallprint does. Check the address.`,
      },
      "store-away": {
        title: "Nothing can be looked up just now",
        text: "The service is there, but its memory is not, so we cannot tell what is on record. Policies can still be read.",
      },
    },
    "too-many-requests": {
      title: "Too many requests",
      text: ({ seconds }) => `The service asks you to wait ${wait(seconds)}, then try again.`,
    },
    broken: {
      title: "Something went wrong in Smallprint itself",
      text: ({ detail }) => `This is a fault of ours, and says nothing about the site. It was: ${detail}`,
    },
  },

  options: {
    saved: "Saved.",
    refused: "An address with https is needed; http only for 127.0.0.1 and localhost on this computer.",
    testing: "Asking\u2026",
    connected: (practices) => `It answers, and knows ${many(practices, "practice", "practices")}.`,
  },

  menu: { selection: "Summarise the selected text" },

  toolbarWaiting: "Smallprint: click to see what your selection says",
  toolbar: (warnings) => `Smallprint: ${many(warnings, "warning", "warnings")}`,

  paste: {
    empty: "Paste the text of a policy, choose a file, or give its address.",
    binary: "Only text, Markdown or HTML can be read.",
    address: "That is no web address. Correct it, or leave it empty and paste the policy.",
  },
};

function languageName(code) {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code);
  } catch {
    return "another language"; // the service did not say which, or in a way of its own
  }
}
