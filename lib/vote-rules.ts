/** New readers of one network whose votes on one story count at once in a day: an office, too few for a vote farm. */
export const NEW_READERS_MAX = 20
/** As above, for readers known since an earlier day: a school or a whole mobile network. */
export const KNOWN_READERS_MAX = 200
/** Age at which a vote set aside counts on its reader's return, and at which a reader is known: overnight. */
export const RETURN_HOURS = 12
/** Votes of a period at least, so that no count tells of a single person: smaller periods are joined. */
export const PERIOD_VOTES_MIN = 5
/** Votes of a week from which on the mood edition names a story, and the stories of a section that it names. */
export const EDITION_VOTES_MIN = 5
export const EDITION_STORIES_MAX = 50
