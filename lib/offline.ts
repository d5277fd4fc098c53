/** Address of the service worker, whose scope is the site. */
export const SERVICE_WORKER = '/service-worker.js'

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
}

/** Path of a story, without its other pages. */
export const STORY_PATH = /^\/news\/[^/]+$/
/** Paths of the files of a page. */
export const FILE_PATH = /^\/(?:_next|islands|site|fonts|media)\//
