import '@/app/reader.css'
import type { ReactNode } from 'react'
import { islandsScript } from '@/app/islands-script'

export default function ReaderLayout({ children }: { children: ReactNode }) {
	const script = islandsScript()
	return (
		<>
			<link
				rel="preload"
				as="font"
				type="font/woff2"
				href="/fonts/newsreader.woff2"
				crossOrigin="anonymous"
			/>
			{script && <script type="module" src={script} />}
			{children}
		</>
	)
}
