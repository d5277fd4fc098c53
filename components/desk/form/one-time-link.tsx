'use client'

import { useEffect, useId, useRef, useState } from 'react'
import styles from './form.module.css'
import { useForm } from './form-context'

/** The link in a form's result, in a field to copy from; with scripts also a button. */
export function OneTimeLink({ label }: { label: string }) {
	const { link } = useForm().state
	return link ? <CopyField key={link} label={label} link={link} /> : null
}

function CopyField({ label, link }: { label: string; link: string }) {
	const id = useId()
	const field = useRef<HTMLInputElement>(null)
	const [scripted, setScripted] = useState(false)
	const [status, setStatus] = useState('')
	useEffect(() => {
		setScripted(true)
		field.current?.focus()
		field.current?.select()
	}, [])

	async function copy() {
		try {
			await navigator.clipboard.writeText(link)
			setStatus('Copied.')
		} catch {
			// Clipboards are for https and localhost only.
			field.current?.select()
			setStatus('Selected; copy it with your keyboard.')
		}
	}

	return (
		<div className={styles.field}>
			<label htmlFor={id} className={styles.label}>
				{label}
			</label>
			<div className={styles.copy}>
				{/* Without a name, so that it is not submitted. */}
				<input ref={field} id={id} type="url" readOnly value={link} className={styles.input} />
				{scripted && (
					<button type="button" className={styles.plain} onClick={copy}>
						Copy
					</button>
				)}
			</div>
			<p className={styles.hint} role="status">
				{status}
			</p>
		</div>
	)
}
