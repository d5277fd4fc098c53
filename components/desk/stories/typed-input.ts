import { useEffect, useRef } from 'react'
import { isShortcut } from '@/components/desk/form/shortcut'

/** Fields of publication decisions, which a save does not store. */
export const DECISION_FIELDS = /^(at|reason|minor|printedDate|printedTime|returnNote|correction\w+)$/

/** Whether text was typed before hydration, or restored by the browser. */
export const hasTypedText = (form: HTMLFormElement): boolean =>
	[...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea')].some(
		({ name, value, defaultValue }) =>
			!DECISION_FIELDS.test(name) && value !== defaultValue.replace(/\r\n?/g, '\n'),
	)

/** Whether a reason or a time is filled in for a decision that was not submitted. */
export function hasDecision(form: HTMLFormElement | null): boolean {
	const field = (name: string) =>
		form?.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null
	const differs = (name: string) => field(name)?.value !== field(name)?.defaultValue
	const texts = [field('reason'), field('returnNote'), field('correctionText')]
	return texts.some((each) => each?.value.trim()) || ['at', 'printedDate', 'printedTime'].some(differs)
}

/** Saves with Ctrl+S or ⌘S. */
export function useSaveKey(save: () => void): void {
	const latest = useRef(save)
	latest.current = save
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (!isShortcut(event, 'S')) return
			event.preventDefault()
			latest.current()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
}
