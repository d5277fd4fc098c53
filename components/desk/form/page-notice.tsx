'use client'

import { useEffect, useState } from 'react'
import styles from './form.module.css'
import { usePageResult } from './form-context'

/** Result message of the previous page, shown until the next input or submission; each result is a new one. */
export function PageNotice({ text, className }: { text: string; className?: string }) {
	const result = `${usePageResult()} ${text}`
	const [passed, setPassed] = useState<string | null>(null)
	useEffect(() => {
		const pass = () => setPassed(result)
		for (const event of ['input', 'submit']) document.addEventListener(event, pass, { once: true })
		return () => {
			for (const event of ['input', 'submit']) document.removeEventListener(event, pass)
		}
	}, [result])
	return passed === result ? null : (
		<p role="status" className={`${styles.notice} ${className ?? ''}`.trimEnd()}>
			{text}
		</p>
	)
}
