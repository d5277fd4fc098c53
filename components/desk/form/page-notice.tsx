'use client'

import { useEffect, useState } from 'react'
import styles from './form.module.css'

/** Result message of the previous page, shown until the next input or submission. */
export function PageNotice({ text, className }: { text: string; className?: string }) {
	const [passed, setPassed] = useState<string | null>(null)
	useEffect(() => {
		const pass = () => setPassed(text)
		for (const event of ['input', 'submit']) document.addEventListener(event, pass, { once: true })
		return () => {
			for (const event of ['input', 'submit']) document.removeEventListener(event, pass)
		}
	}, [text])
	return passed === text ? null : (
		<p role="status" className={`${styles.notice} ${className ?? ''}`.trimEnd()}>
			{text}
		</p>
	)
}
