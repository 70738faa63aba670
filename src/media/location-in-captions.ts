// Captions that a drone writes of itself, second by second: "GPS (4.8952, 52.3702, 19)", "[latitude: 52.3702]".

const location =
  /\b(?:GPS|HOME) ?\( ?[EWNS]? ?-?\d{1,3}\.\d|\b(?:lat|latitude|lon|long|longitude|longtitude) ?[:=] ?-?\d{1,3}\.\d/i

/** Of bytes, a letter each. */
export const hasLocationIn = (text: string): boolean => location.test(text)
