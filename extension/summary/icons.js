/**
 * The shapes, as paths on a field of 20 by 20: each level has a form of its own, so that none is told by colour alone.
 */
export const ICONS = {
  warning: "M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3zM9 5v6.2h2V5zm0 8v2.2h2V13z",
  caution: "M10 1.2 19.4 18H.6zM9 7.4v5h2v-5zm0 6.4v2h2v-2z",
  info: "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 5v2.2h2V5zm0 4v6.2h2V9z",
  good: "M10 .8 17.6 3.6v6c0 4.6-3.1 8-7.6 9.6-4.5-1.6-7.6-5-7.6-9.6v-6zM9 13.6 14.4 8.2 13 6.8 9 10.8 7.2 9 5.8 10.4z",
  quote:
    "M2 4h7v7c0 3.5-2 5.5-5.5 6v-2.5c1.7-.4 2.5-1.400 2.5-3H2zm9 0h7v7c0 3.5-2 5.5-5.5 6v-2.5c1.7-.4 2.5-1.400 2.5-3h-4z",
  silence: "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM5.5 9v2h9V9z",
  contradiction: "M6 2 1 7l5 5V8.5h8v-3H6zM14 8v3.5H6v3h8V18l5-5z",
  "opt-out":
    "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2.2a6.8 6.8 0 0 1 4.1 1.4l-9.5 9.5A6.8 6.8 0 0 1 10 3.2zm5.4 2.7a6.8 6.8 0 0 1-9.5 9.5z",
  delete: "M7 1h6l1 2h4v2H2V3h4zM3.5 6.5h13L15.5 19h-11zM7 9v7.5h1.8V9zm4.2 0v7.5H13V9z",
  access: "M3 1h9l5 5v13H3zM11 3v4h4zM6 10v1.8h8V10zm0 4v1.8h8V14z",
  contact: "M1 4h18v12H1zm2.4 2 6.6 5 6.6-5z",
  working: "M10 1a9 9 0 1 0 9 9h-2.2A6.8 6.8 0 1 1 10 3.2z",
  trouble: "M9 2h2v6h5v5a6 6 0 0 1-5 5.9V20H9v-1.1A6 6 0 0 1 4 13V8h1V2h2v6h2z",
  copy: "M6 1h11v13h-3v5H3V6h3zm2 2v3h6v6h1V3zM5 8v9h7V8z",
  done: "M7.5 16.5 1.500 10.500l2-2 4 4 9-9 2 2z",
  neutral: "M4 1h8l4 4v14H4zm7 2v3h3zM7 9v1.8h6V9zm0 4v1.8h6V13z",
};
