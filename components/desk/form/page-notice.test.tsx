// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { PageResultProvider } from './form-context'
import { PageNotice } from './page-notice'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

test('a notice passes with input and returns with the next result', async () => {
	const root = createRoot(document.body.appendChild(document.createElement('div')))
	const show = async (result: string, text = 'Saved.') => {
		await act(() =>
			root.render(
				<PageResultProvider value={result}>
					<PageNotice text={text} />
				</PageResultProvider>,
			),
		)
		return document.querySelector('[role="status"]')?.textContent
	}
	expect(await show('a1')).toBe('Saved.')
	await act(() => void document.body.dispatchEvent(new Event('input', { bubbles: true })))
	// A refresh of the page shows the same result.
	expect(await show('a1')).toBeUndefined()
	expect(await show('b2')).toBe('Saved.')
	await act(() => void document.body.dispatchEvent(new Event('submit', { bubbles: true })))
	expect(await show('b2', 'Moved.')).toBe('Moved.')
	await act(() => root.unmount())
})
