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

export const words = {
  untitled: "Privacy policy",
  dated: (time) => `Dated ${day(time)}`,
  from: (time) => `Holds from ${day(time)} on`,
  undated: "No date found",
  years: (years) => `(${many(years, "year", "years")} old)`,
  length: (count) => many(count, "word", "words"),
  saved: (minutes) => `saves ${number(minutes)} min of reading`,

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

  measured: {
    asking: "How often such a badge is right: asking\u2026",
    known: (right, judged) => `Such a badge was right in ${right} of ${judged} that we judged.`,
    unknown: "How often such a badge is right was not measured.",
    failed: "How often such a badge is right could not be asked. Open this again to retry.",
  },

  report: {
    open: "Is this badge wrong?",
    meaning: "Nothing is sent by itself. This is a report to whoever runs the service: read it, add what is wrong, and send it yourself.",
    label: "The report",
    mail: "Write it as a mail",
    subject: (label) => `Smallprint: wrong badge \u201c${label}\u201d`,
    text: ({ kind, label, title, url, readAt, id, analysis, quotes }) =>
      [
        `The badge \u201c${label}\u201d (${kind}) is wrong.`,
        "",
        "Why it is wrong: ",
        "",
        `Policy: ${title || "without a title"}`,
        `Address: ${url || "not known"}`,
        `Read: ${readAt ? day(readAt) : "not known"}`,
        `Summary: ${id}`,
        `Analysis: ${analysis}`,
        "",
        "It was shown for:",
        ...quotes.map((quote) => `- ${quote}`),
      ].join("\n"),
  },

  history: {
    title: "What changed",
    asking: "Asking what changed\u2026",
    none: "No change is on record.",
    failed: "What changed could not be asked. Close and open this to retry.",
    unknown: (domain) => `Nothing is on record for ${domain}, so no change is known.`,
    on: (iso) => day(iso),
    came: "New:",
    went: "Gone:",
    became: "Now:",
    before: "Before:",
  },

  copy: { markdown: "Copy as Markdown", report: "Copy", done: "Copied.", failed: "The browser did not let it be copied." },
  text: "The text that was read",

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
    page: (iso) => `Read from the page in this tab on ${day(iso)}.`,
    paste: (iso) => `Read from what you gave on ${day(iso)}.`,
    record: (domain) => `Not this page: what is on record for ${domain}.`,
  },
  kept: (title, iso) => `${title}. So this is what was read on ${day(iso)} and kept on this device.`,
  provenance: {
    submitted: (iso) => `You had it read on ${day(iso)}.`,
  },
  provenanceUnknown: (detail, iso) => `${detail} Read on ${day(iso)}.`,
  fullText: "Open the policy",
  otherDocuments: "Other documents on record",
  legal: "Found by fixed rules in the policy\u2019s own words. They miss things. This is not legal advice.",

  ready: (counts) => (counts.length ? `Summary ready: ${counts.join(", ")}.` : `Summary ready. ${words.noBadges}`),

  steps: {
    again: "Try again",
    "read-anyway": ({ address }) => `Send this page\u2019s text to ${address} all the same`,
    "look-up": "Look up this site instead",
    paste: "Paste a policy instead",
    options: "Choose a service",
  },

  /** What each state says, by its kind and, where it has one, its reason. */
  states: {
    working: {
      read: { title: "Looking at this page\u2026", text: "This takes about a second." },
      "look-up": { title: "Looking up this site\u2026", text: "This takes about a second." },
      "": { title: "Reading the policy\u2026", text: "This takes about a second." },
    },
    unknown: {
      title: ({ domain }) => `Nothing on record for ${domain}`,
      text:
        "This page does not look like a privacy policy, so nothing of it was sent: only the name of the site was looked up. " +
        "Open the site\u2019s privacy policy, often linked at the foot of the page, and click again.",
    },
    "nothing-on-record": {
      title: ({ domain }) => (domain ? `Nothing on record for ${domain}` : "This site cannot be looked up"),
      text: "Open the site\u2019s privacy policy, often linked at the foot of the page, and click again, or paste it.",
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
      text: "So nothing of it was sent. Open the site\u2019s privacy policy, often linked at the foot of the page, and click again.",
    },
    refused: {
      terms: {
        title: "These are terms of service",
        text: "They are not a privacy policy, so there is no summary. The privacy policy is usually a page of its own.",
      },
      "cookie-policy": {
        title: "This is a cookie policy",
        text: "It covers cookies only, so there is no summary. The privacy policy is usually a page of its own.",
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
        text: "Browsers keep their own pages, their stores and some other tabs closed to extensions. Open a site\u2019s policy and click again.",
      },
      pdf: {
        title: "PDF files cannot be read yet",
        text: "Many sites have the same policy as a web page too. Its text can also be copied and pasted.",
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

    automatic: {
      title: "Look up the sites that I visit",
      label: "Show on the toolbar button how many warnings are on record for the site that I am on",
      meaning:
        "The browser asks you to permit that Smallprint sees which sites you visit. Then, twice a day for each, the first five of " +
        "the 64 digits of a hash of its name are sent to the service above: hundreds of sites share them, so it cannot tell which " +
        "one you are on. Nothing is asked in private windows, nor of names on your own network. News of a site is marked once, by \u201c!\u201d.",
      on: "On.",
      off: "Off. What was kept of visits has been removed.",
      declined: "It stays off: the browser was not given the permission.",
    },

    kept: {
      title: "Kept on this device",
      none: "No summary is kept. Those that you read in windows that are not private will be: the last 50, for when the service is away.",
      meaning: "The summaries that you read last, for when the service is away. Private windows leave none.",
      site: "Policy",
      readAt: "Read on",
      size: "Size",
      remove: "Remove",
      removeOf: (title) => `Remove ${title}`,
      removeAll: "Remove all",
      removed: "Removed.",
      on: (iso) => day(iso),
      bytes: (count) => `${number(Math.max(1, Math.round(count / 1024)))} kB`,
      total: (entries, bytes) => `${many(entries, "summary", "summaries")}, ${number(Math.max(1, Math.round(bytes / 1024)))} kB in all`,
      visits: (answers, sites) =>
        `Of visits: ${many(answers, "answer", "answers")} of the service by hash prefix, and ${many(sites, "site", "sites")} ` +
        "(as a hash) whose warnings you were told of.",
      removeVisits: "Remove what is kept of visits",
    },
  },

  toolbar: {
    warnings: (count) => `Smallprint: ${many(count, "warning", "warnings")}`,
    noWarning: (badges) => `Smallprint: ${many(badges, "badge", "badges")}, none of them a warning`,
    warningsOf: (domain, count) => `Smallprint: ${many(count, "warning", "warnings")} on record for ${domain}`,
    noWarningOf: (domain, badges) =>
      `Smallprint: ${many(badges, "badge", "badges")} on record for ${domain}, none of them a warning`,
  },

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
