// The pages of the site, as a reader types them.
export const ROUTES = [
  "/",
  "/subnets",
  "/subnet/64",
  "/compare",
  "/plane",
  "/network",
  "/claims",
  "/methods",
  "/methods/emission_tao_day",
  "/data",
  "/about",
];

/** Addresses that the host does not know: the program says so, with the status that machines understand. */
export const UNKNOWN = ["/nothing-here", "/subnet/64/nothing/here", "/subnets.html"];

/** Addresses the host knows whose subject does not exist. */
export const ABSENT = ["/subnet/99999", "/subnet/none", "/methods/not_a_metric"];
