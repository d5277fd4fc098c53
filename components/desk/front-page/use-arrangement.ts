'use client'

import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/desk/form/form-context'
import type { FormValues } from '@/lib/form-values'
import {
	applyMove,
	arrangementFromText,
	type FrontPageArrangement,
	PLACES,
	type PlaceName,
	withFields,
} from '@/lib/front-page-arrangement'
import type { FoundStories, FoundStory } from './found-stories'

type Options = {
	arrangement: FrontPageArrangement
	base: number
	stories: FoundStories
	unsaved: { current: boolean }
}

export type ArrangementInWork = ReturnType<typeof useArrangement>

/**
 * The arrangement of the form. Without scripts each button sends the form, which the server shows again; with scripts
 * the same moves are applied here.
 */
export function useArrangement({ arrangement: given, base, stories: offered, unsaved }: Options) {
	const { state } = useForm()
	const shown = state.values ? fromValues(state.values) : given
	// Later responses update stories and messages only, so that moves made meanwhile stay.
	const [arrangement, setArrangement] = useState(shown)
	const [said, setSaid] = useState('')
	const [enhanced, setEnhanced] = useState(false)
	const focusOn = useRef<string | null>(null)
	const stories = state.stories ?? offered
	const known = useKnownStories(offered, stories)
	const { values } = state
	useEffect(() => setEnhanced(true), [])
	const text = JSON.stringify(arrangement)
	useEffect(() => {
		unsaved.current = text !== JSON.stringify(given)
	}, [text, given, unsaved])
	useEffect(() => {
		if (!focusOn.current) return
		for (const id of focusOn.current.split(' ')) {
			const button = document.getElementById(id)
			if (!button) continue
			button.focus()
			break
		}
		focusOn.current = null
	})

	function move(text: string, words: string, focus: string | null = null): void {
		setArrangement((before) => applyMove(before, text))
		setSaid(words)
		focusOn.current = focus
	}
	return {
		arrangement,
		text,
		base: values?.base?.[0] ?? String(base),
		found: stories.found,
		byDate: byDate(arrangement, stories.newest),
		nameOf: (id: number): FoundStory => known.get(id) ?? { id, headline: `Story ${id}`, state: '' },
		said,
		/** Whether scripts run, so that drag handles work. */
		enhanced,
		move,
		/** Handler of a move's button: applies the move here in place of a submission. */
		onMove: (text: string, words: string, focus?: string) => (event: MouseEvent) => {
			event.preventDefault()
			move(text, words, focus ?? null)
		},
		setFields: (event: FormEvent<HTMLInputElement | HTMLSelectElement>) => {
			const form = event.currentTarget.form
			if (!form) return
			const data = new FormData(form)
			setArrangement((before) =>
				withFields(before, {
					text: (name) => (data.has(name) ? String(data.get(name)) : undefined),
					list: (name) => data.getAll(name).map(String),
				}),
			)
		},
	}
}

const fromValues = (values: FormValues): FrontPageArrangement =>
	withFields(arrangementFromText(values.arrangement?.[0] ?? ''), {
		text: (name) => values[name]?.[0],
		list: (name) => values[name] ?? [],
	})

/** The headline that fills each place by date. */
function byDate({ places }: FrontPageArrangement, newest: FoundStory[]): Partial<Record<PlaceName, string>> {
	const chosen = PLACES.map((place) => places[place]?.id)
	const rest = newest.filter(({ id }) => !chosen.includes(id))
	return Object.fromEntries(
		PLACES.filter((place) => !places[place]).map((place, index) => [place, rest[index]?.headline]),
	)
}

/** All stories that the page has named so far, since a moved story may leave the search's results. */
function useKnownStories(...lists: FoundStories[]): Map<number, FoundStory> {
	const known = useRef(new Map<number, FoundStory>())
	for (const { found, placed } of lists)
		for (const story of [...found, ...placed]) known.current.set(story.id, story)
	return known.current
}
