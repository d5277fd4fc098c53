import '@/app/reader.css'
import type { ReactNode } from 'react'
import { islandsScript } from '@/app/_http/islands-script'

export default function ReaderLayout({ children }: { children: ReactNode }) {
	const script = islandsScript()
	// Low priority: before the first paint a slow connection loads the style sheet only.
	return (
		<>
			<link
				rel="preload"
				as="font"
				type="font/woff2"
				href="/fonts/newsreader-english.woff2"
				crossOrigin="anonymous"
				fetchPriority="low"
			/>
			{script && <script type="module" src={script} fetchPriority="low" />}
			{children}
		</>
	)
}
