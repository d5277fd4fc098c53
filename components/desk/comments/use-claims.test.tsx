// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import type { DeskComment } from './comment-item'
import { useClaims } from './use-claims'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const shown: (string | undefined)[][] = []

/** Notes the names of the claims of each rendering. */
function Names({ list }: { list: DeskComment[] }) {
	shown.push(useClaims(list).map(({ claim }) => claim?.name))
	return null
}

afterEach(() => {
	vi.useRealTimers()
	vi.unstubAllGlobals()
	vi.restoreAllMocks()
})

test('claims of others appear within 15 seconds, except in hidden tabs', async () => {
	vi.useFakeTimers()
	const ask = vi.fn(async (_path: string, { body }: { body: FormData }) =>
		Response.json({
			claims: body.getAll('comment').includes('2') ? [{ id: 2, name: 'Ben', isOwn: false }] : [],
		}),
	)
	vi.stubGlobal('fetch', ask)
	const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
	const comments = [1, 2].map((id) => ({ id, claim: null }) as DeskComment)
	const root = createRoot(document.createElement('div'))
	await act(async () => root.render(<Names list={comments} />))
	await act(async () => vi.advanceTimersByTimeAsync(14_000))
	expect(ask).not.toHaveBeenCalled()
	await act(async () => vi.advanceTimersByTimeAsync(2_000))
	expect(shown.at(-1)).toEqual([undefined, 'Ben'])
	visibility.mockReturnValue('hidden')
	await act(async () => vi.advanceTimersByTimeAsync(60_000))
	expect(ask).toHaveBeenCalledTimes(1)
	visibility.mockReturnValue('visible')
	await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
	expect(ask).toHaveBeenCalledTimes(2)
	await act(async () => root.render(<Names list={[...comments]} />))
	expect(shown.at(-1)).toEqual([undefined, undefined])
	await act(async () => root.unmount())
	await vi.advanceTimersByTimeAsync(60_000)
	expect(ask).toHaveBeenCalledTimes(2)
})
