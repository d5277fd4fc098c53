'use client'

import { useEffect, useState } from 'react'
import styles from './form.module.css'

/** Result message of the previous page, shown until the next input or submission. */
export function PageNotice({ text, className }: { text: string; className?: string }) {
	const [passed, setPassed] = useState(false)
	useEffect(() => {
		const pass = () => setPassed(true)
		for (const event of ['input', 'submit']) document.addEventListener(event, pass, { once: true })
		return () => {
			for (const event of ['input', 'submit']) document.removeEventListener(event, pass)
		}
	}, [])
	return passed ? null : (
		<p role="status" className={`${styles.notice} ${className ?? ''}`.trimEnd()}>
			{text}
		</p>
	)
}
