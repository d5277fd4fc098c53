import type { ViewerState } from '@/lib/viewer-state'
import { hideIfClosed } from './ad'
import { showStoredAppearance } from './appearance'
import { syncComments } from './comments-section'
import { declareIslands, hasReader } from './islands-cookie'
import { reconcileMoods } from './moods'
import { reconcileRating } from './rating'

export function startViewer(): void {
	const madeForReader = pageReader() !== undefined
	declareIslands(madeForReader)
	if (!madeForReader && hasReader() && article()) void ask('arrived')
	// A page that the browser had put aside comes back as it was, however long ago that is.
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted) return
		showStoredAppearance()
		hideIfClosed()
		void ask('returned')
	})
	// The same story may be open in two tabs.
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible' && hasReader() && article()) void ask('seen')
	})
}

/** The name of the person that the page was made for; empty for a reader without an account. */
const pageReader = (): string | undefined => document.getElementById('content')?.dataset.reader

/** The story's part of the address, as the forms of the page have it. */
const article = (): string =>
	encodeURIComponent(document.querySelector('#moods form')?.getAttribute('action')?.split('/')[2] ?? '')

/** Why the viewer's own state is asked for: a page has arrived, has come back as it was, or is seen again. */
type Occasion = 'arrived' | 'returned' | 'seen'

/** Fills in what is the viewer's own. Without an answer the page stays as it is, which is never wrong. */
async function ask(occasion: Occasion): Promise<void> {
	const askedAt = performance.now()
	try {
		const response = await fetch(`/api/viewer?article=${article()}`, { cache: 'no-store' })
		if (!response.ok) return
		const state: ViewerState = await response.json()
		// Someone has signed in or out since: everything on this page may be somebody else's.
		const hasChanged = (state.name ?? '') !== (pageReader() ?? '')
		if (occasion === 'returned' && hasChanged) return location.reload()
		if (!state.article) return
		reconcileMoods?.(state.article.moods, askedAt)
		reconcileRating?.(state.article.rating, askedAt)
		if (occasion !== 'seen') await syncComments(state.article.comments)
	} catch {
		// Offline.
	}
}
