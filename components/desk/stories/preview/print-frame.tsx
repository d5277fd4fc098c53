'use client'

import { useEffect, useRef, useState } from 'react'
import styles from './preview.module.css'
import { applyPrintMedia } from './print-media'

/** The page in a frame as wide as A4, with its style sheets as they apply on paper. Needs scripts. */
export function PrintFrame({ framePath }: { framePath: string }) {
	const [hydrated, setHydrated] = useState(false)
	const frame = useRef<HTMLIFrameElement>(null)
	useEffect(() => setHydrated(true), [])
	return (
		<>
			<p className={styles.paper}>
				On A4 paper, as one long sheet: where pages break is decided by the browser that prints.
			</p>
			<noscript>
				<p>
					This view needs JavaScript. Without it, open the story alone, and use the print preview of your
					browser.
				</p>
			</noscript>
			{hydrated && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: the window scrolls sideways on narrow screens.
				<section className={styles.window} aria-label="Preview" tabIndex={0}>
					<iframe
						ref={frame}
						title="The story on paper"
						src={framePath}
						sandbox="allow-same-origin"
						className={styles.print}
						onLoad={() => {
							const shown = frame.current?.contentDocument
							if (shown) applyPrintMedia(shown)
						}}
					/>
				</section>
			)}
		</>
	)
}
