'use client'

import { useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/desk/form/form-context'
import { type Checks, PublishChecks } from './publish-checks'
import styles from './publish-checks.module.css'

/** Pause in typing after which the text is checked. */
const PAUSE_MS = 1_200

/** The checks of the saved version; after a change, of the text as it stands in the form. */
export function LiveChecks({ saved }: { saved: Checks }) {
	const { id } = useForm()
	const [current, setCurrent] = useState<Checks | null>(null)
	const place = useRef<HTMLDivElement>(null)

	// A save renders the panel again with the checks of the saved text.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs for each new result of the server.
	useEffect(() => setCurrent(null), [saved])

	useEffect(() => {
		const form = document.getElementById(id) as HTMLFormElement | null
		if (!form) return
		let timer: ReturnType<typeof setTimeout> | undefined
		let request: AbortController | undefined
		let checked = fieldsOf(form)
		const check = async () => {
			const fields = fieldsOf(form)
			if (fields === checked) return
			checked = fields
			request?.abort()
			request = new AbortController()
			const checks = await fetchChecks(fields, request.signal)
			if (checks) setCurrent(checks)
		}
		const changed = ({ target }: Event) => {
			// The fields of this panel are checked when they are saved.
			if (target instanceof Node && place.current?.contains(target)) return
			clearTimeout(timer)
			timer = setTimeout(check, PAUSE_MS)
		}
		const events = ['input', 'change', 'click'] as const
		for (const event of events) form.addEventListener(event, changed)
		return () => {
			clearTimeout(timer)
			request?.abort()
			for (const event of events) form.removeEventListener(event, changed)
		}
	}, [id])

	return (
		<div ref={place} className={styles.all}>
			<PublishChecks {...(current ?? saved)} live={current !== null} />
		</div>
	)
}

/** The form's fields without files, encoded so that they can be compared. */
function fieldsOf(form: HTMLFormElement): string {
	const texts = [...new FormData(form)].filter(
		(field): field is [string, string] => typeof field[1] === 'string',
	)
	return new URLSearchParams(texts).toString()
}

/** Null if the check is not possible now: offline, signed out, or a text that cannot be saved either. */
async function fetchChecks(fields: string, signal: AbortSignal): Promise<Checks | null> {
	const body = new FormData()
	for (const [name, value] of new URLSearchParams(fields)) body.append(name, value)
	try {
		const response = await fetch('/desk/stories/check', { method: 'POST', body, signal })
		return response.ok ? await response.json() : null
	} catch {
		return null
	}
}
