import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FormValues } from '@/lib/form-values'
import { textOfForm } from '../story-values'
import { Autosaver, type AutosaveStatus, statusWords } from './autosaver'
import { holdPage, putCopy, randomId, removeCopiesOf, removeCopy } from './device-copies'

export const AUTOSAVE_PATH = '/desk/stories/autosave'

export type AutosaveOptions = {
	/** Absent for a story without a first save. */
	storyId?: number
	personId: string
	/** Token of an earlier form with the text that this one continues. */
	token?: string
	/** Whether the form opens with text that is not saved. */
	isUnsaved: boolean
	/** Source of the text taken over; its device copies are removed once this form has its own. */
	replaces?: Replaced
}

/** A page with the same form token, or a form with another one. */
export type Replaced = { page: string } | { token: string }

export type Autosave = {
	/** Token of the form, submitted with a save; empty in the server's HTML. */
	token: string
	status: AutosaveStatus
	/** The status in words; null while nothing has been sent. */
	words: string | null
	saver: RefObject<Autosaver | null>
	/** Called when a save has stored the text; `all` if nothing was typed since. */
	saved: (all: boolean) => void
	/** Sends everything to the server, and removes the copies on the device. */
	handIn: () => Promise<void>
}

/** Autosaves a story form to the server and to the device. */
export function useAutosave(form: RefObject<HTMLFormElement | null>, options: AutosaveOptions): Autosave {
	const given = useRef(options)
	const [token, setToken] = useState(options.token ?? '')
	const [shown, setShown] = useState<{ status: AutosaveStatus; words: string | null }>(NOTHING)
	const saver = useRef<Autosaver | null>(null)

	useEffect(() => {
		const { storyId, personId, isUnsaved, replaces } = given.current
		const own = given.current.token ?? randomId()
		setToken(own)
		const identity = { page: randomId(), story: String(storyId ?? 'new'), person: personId, token: own }
		const read = () => {
			const element = form.current
			const base = element?.elements.namedItem('baseRevisionId') as HTMLInputElement | null
			return element && { values: textOfForm(element), baseRevisionId: base?.value ?? '' }
		}
		const autosaver = new Autosaver({
			async keep() {
				const text = read()
				return text ? putCopy({ ...identity, ...text, at: Date.now() }) : true
			},
			async send() {
				const text = read()
				return text ? post(requestOf(identity, text)) : { kind: 'none' }
			},
			sendLast() {
				const text = read()
				// Browsers send at most 64 kB in this way; the device copy has the rest.
				if (text) navigator.sendBeacon?.(AUTOSAVE_PATH, requestOf(identity, text))
			},
			onStatus: (status, isKeptHere) => setShown({ status, words: statusWords(status, isKeptHere) }),
		})
		saver.current = autosaver
		const release = holdPage(identity.page)
		if (isUnsaved) autosaver.changed()
		if (replaces)
			void autosaver
				.keep()
				.then(() => ('page' in replaces ? removeCopy(replaces.page) : removeCopiesOf(replaces.token)))
		const stop = listen(autosaver)
		return () => {
			stop()
			autosaver.close()
			release()
		}
	}, [form])

	const saved = (all: boolean) => {
		saver.current?.resume(all)
		if (all) void removeCopiesOf(token)
	}
	const handIn = async () => {
		// A copy that waits for its time would be kept as the page is left.
		await saver.current?.keep()
		if (await saver.current?.retry()) await removeCopiesOf(token)
	}
	return { token, ...shown, saver, saved, handIn }
}

const NOTHING = { status: { kind: 'none' } as const, words: null }

function listen(saver: Autosaver): () => void {
	const onHidden = () => document.visibilityState === 'hidden' && saver.hidden()
	const onHide = () => saver.hidden()
	const onReturn = () => void saver.flush()
	document.addEventListener('visibilitychange', onHidden)
	window.addEventListener('pagehide', onHide)
	// A session may have been renewed in another tab.
	for (const event of ['online', 'focus']) window.addEventListener(event, onReturn)
	return () => {
		document.removeEventListener('visibilitychange', onHidden)
		window.removeEventListener('pagehide', onHide)
		for (const event of ['online', 'focus']) window.removeEventListener(event, onReturn)
	}
}

type Text = { values: FormValues; baseRevisionId: string }

function requestOf(identity: { story: string; token: string; person: string }, text: Text): FormData {
	const data = new FormData()
	data.set('story', identity.story)
	data.set('token', identity.token)
	data.set('person', identity.person)
	data.set('base', text.baseRevisionId)
	data.set('fields', JSON.stringify(text.values))
	return data
}

const ANSWER_MS_MAX = 15_000

async function post(body: FormData): Promise<AutosaveStatus> {
	try {
		const signal = AbortSignal.timeout(ANSWER_MS_MAX)
		const response = await fetch(AUTOSAVE_PATH, { method: 'POST', body, signal })
		if (response.ok) return { kind: 'saved', at: ((await response.json()) as { at: string }).at }
		if (response.status === 401) return { kind: 'signed out' }
		if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' }
		const { detail = '' } = (await response.json().catch(() => ({}))) as { detail?: string }
		return { kind: 'refused', reason: detail }
	} catch {
		return { kind: 'unreachable' }
	}
}

/** Removes an autosave from the server; the one of a lost request is offered again. */
export async function discardOnServer(token: string): Promise<void> {
	const data = new FormData()
	data.set('discard', token)
	await fetch(AUTOSAVE_PATH, { method: 'POST', body: data }).catch(() => {})
}
