/** Address of the reading list. */
export const READING_LIST_PATH = '/reading-list'
