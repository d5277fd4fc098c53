import type { ViewerState } from '@/lib/viewer-state'
import { hideIfClosed } from './ad'
import { showStoredAppearance } from './appearance'
import { syncComments } from './comments-section'
import { declareIslands, mayHaveOwnState } from './cookies'
import { reconcileMoods } from './moods'
import { reconcileRating } from './rating'
import { showSaved } from './saving'

export function startViewer(): void {
	const madeForReader = pageReader() !== undefined
	declareIslands(pageReader())
	if (!madeForReader && mayHaveOwnState() && article()) void fetchViewer('loaded')
	// A page restored from the back/forward cache may be old.
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted) return
		showStoredAppearance()
		hideIfClosed()
		void fetchViewer('restored')
	})
	// The same story may be open in two tabs.
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible' && mayHaveOwnState() && article()) void fetchViewer('visible')
	})
}

/**
 * Account name for which the page was rendered: empty for a reader without an account, undefined for a page
 * from the cache.
 */
const pageReader = (): string | undefined =>
	document.querySelector<HTMLElement>('[data-reader]')?.dataset.reader

/** The story's slug, from the form actions of the page, of which a story may lack some; empty on other pages. */
const article = (): string =>
	encodeURIComponent(document.querySelector(STORY_FORMS)?.getAttribute('action')?.split('/')[2] ?? '')

const STORY_FORMS = '#saving, #moods form, #rating form, #comments form'

/**
 * Reason for fetching the viewer's state: page loaded, restored from the back/forward cache, or visible
 * again.
 */
type Trigger = 'loaded' | 'restored' | 'visible'

/** Fetches the viewer's state and applies it to the page; on failure the page stays as it is. */
async function fetchViewer(trigger: Trigger): Promise<void> {
	const askedAt = performance.now()
	try {
		const response = await fetch(`/api/viewer?article=${article()}`, { cache: 'no-store' })
		if (!response.ok) return
		const state: ViewerState = await response.json()
		// A sign-in or sign-out since then makes the whole page outdated.
		const hasChanged = (state.name ?? '') !== (pageReader() ?? '')
		if (trigger === 'restored' && hasChanged) return location.reload()
		if (!state.article) return
		if (state.article.moods) reconcileMoods?.(state.article.moods, askedAt)
		if (state.article.rating) reconcileRating?.(state.article.rating, askedAt)
		showSaved(state.article.saved)
		if (trigger !== 'visible') await syncComments(state.article.comments)
	} catch {
		// Offline.
	}
}
