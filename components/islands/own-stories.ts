/** Ids of the stories that this browser's reader has written on, in local storage. */
export const OWN_STORIES = 'square-own-stories'
/** More stories than this are no longer listed: state is then requested on every story. */
const STORIES_MAX = 500

/** Adds the story of this page to the list. @returns false if the list is missing, full or cannot be stored */
export function listOwnStory({ startsList }: { startsList: boolean }): boolean {
	try {
		const id = storyId()
		const ids = read() ?? (startsList ? [] : null)
		if (!id || !ids || ids.length >= STORIES_MAX) return false
		if (!ids.includes(id)) localStorage.setItem(OWN_STORIES, [...ids, id].join(' '))
		return true
	} catch {
		return false
	}
}

/** Whether the story of this page is listed; null without a list. */
export function isOwnStory(): boolean | null {
	try {
		return read()?.includes(storyId()) ?? null
	} catch {
		return null
	}
}

const read = (): string[] | null => localStorage.getItem(OWN_STORIES)?.split(' ') ?? null

/** Slugs may change, ids do not. */
const storyId = (): string => document.getElementById('moods')?.dataset.story ?? ''
