import { type KeepMessage, SERVICE_WORKER, STORY_PATH } from '@/lib/offline'
import { startCopies } from './copies'

/** Registers the service worker, and names the stories to keep: that of the page, or those of the reading list. */
function start(): void {
	const { serviceWorker } = navigator
	if (!serviceWorker || document.querySelector('[data-saved-copy]')) return
	serviceWorker.register(SERVICE_WORKER).catch(() => {})
	const keep = async (isOpened = false) =>
		(await serviceWorker.ready).active?.postMessage({ ...message(), isOpened })
	if (document.readyState === 'complete') void keep(true)
	else addEventListener('load', () => void keep(true))
	// By then the pictures further down are loaded.
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') void keep()
	})
}

function message(): Omit<KeepMessage, 'isOpened'> {
	const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-saved-stories] h2 a')]
	const isList = document.querySelector('[data-saved-stories]') !== null
	const isStory = STORY_PATH.test(location.pathname) && document.getElementById('saving') !== null
	const stories = isList ? links.map(({ pathname }) => pathname) : isStory ? [location.pathname] : []
	const files = performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.flatMap(({ origin, pathname }) => (origin === location.origin ? [pathname] : []))
	const isSaved = document.querySelector('#saving [value="no"]') !== null
	return { stories, files, isList, isSaved }
}

start()
void startCopies()
