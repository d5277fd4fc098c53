import { STORY_CACHE } from '@/lib/offline'
import { SIGNED_OUT_COOKIE } from '@/lib/script-cookies'
import { cookieValue } from './cookies'
import { OWN_STORIES } from './own-stories'
import { PLACES } from './place-storage'
import { stored } from './storage'

/** On the first page after a sign-out: removes what this device keeps of the account's reading. */
export function startSignOut(): void {
	if (!cookieValue(SIGNED_OUT_COOKIE)) return
	stored((storage) => {
		for (const key of [OWN_STORIES, PLACES]) storage.removeItem(key)
		// Comments that are not sent.
		sessionStorage.clear()
	})
	if ('caches' in self) caches.delete(STORY_CACHE).catch(() => {})
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is younger than many readers' browsers.
	document.cookie = `${SIGNED_OUT_COOKIE}=; Path=/; Max-Age=0`
}
