import { afterEach, expect, test, vi } from 'vitest'
import { parseHtml } from '@/e2e/support/dom'
import { startEditTime } from './edit-time'

afterEach(() => {
	vi.useRealTimers()
	vi.unstubAllGlobals()
})

function page(markup: string): Document {
	vi.useFakeTimers()
	const document = parseHtml(`<html lang="en">${markup}`)
	vi.stubGlobal('document', document)
	startEditTime()
	return document
}

const link = (seconds: number) =>
	`<article class="comment"><a href="/edit" data-left="${seconds}">Edit <small data-words="0 left">x</small></a></article>`

test('the time to edit counts down in minutes, then seconds, and its link goes', () => {
	const document = page(link(600) + link(90))
	const texts = () => [...document.querySelectorAll('a')].map(({ textContent }) => textContent)
	vi.advanceTimersByTime(1_000)
	expect(texts()).toEqual(['Edit 10 minutes left', 'Edit 90 seconds left'])
	vi.advanceTimersByTime(83_000)
	expect(texts()).toEqual(['Edit 9 minutes left', 'Edit 6 seconds left'])
	vi.advanceTimersByTime(6_000)
	expect(texts()).toEqual(['Edit 9 minutes left'])
	// A device that slept.
	vi.setSystemTime(Date.now() + 600_000)
	vi.advanceTimersByTime(1_000)
	expect(texts()).toEqual([])
	expect(vi.getTimerCount()).toBe(0)
})

test('a page without own comments runs no timer', () => {
	page('<p>Words</p>')
	expect(vi.getTimerCount()).toBe(0)
})
