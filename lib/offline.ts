/** Address of the service worker, whose scope is the site. */
export const SERVICE_WORKER = '/service-worker.js'

/** Name of the cache of kept stories. */
export const STORY_CACHE = 'square-stories'

/** Written in front of the service worker as `OFFLINE`; null removes the worker and what it keeps. */
export type OfflineConfig = {
	/** Language of dates. */
	language: string
	/** Words of a kept page, with `#` for its time. */
	savedCopy: string
	/** Title of the list of kept stories. */
	title: string
	/** Above the list. */
	intro: string
	/** On the button that removes all copies. */
	removeAll: string
}

/** Message of a page to the service worker. */
export type KeepMessage = {
	/** Paths of the stories to keep. */
	stories: string[]
	/** Paths of the files that the page has loaded. */
	files: string[]
	/** Whether the stories are the reading list, or else the page's own. */
	isList: boolean
	/** Whether the page's own story is saved. */
	isSaved: boolean
	/** Whether the page was opened just now: then its story is kept also after its copy was removed. */
	isOpened: boolean
}

/** Message of a page to the service worker, which replies when the copies of these stories are removed. */
export type RemoveMessage = { remove: string[] }

/** Path of a story, without its other pages. */
export const STORY_PATH = /^\/news\/[^/]+$/
/** Paths of the files of a page. */
export const FILE_PATH = /^\/(?:_next|islands|site|fonts|media)\//
