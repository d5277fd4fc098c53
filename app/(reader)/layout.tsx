import '@/app/reader.css'
import type { ReactNode } from 'react'

export default function ReaderLayout({ children }: { children: ReactNode }) {
	return (
		<>
			<link
				rel="preload"
				as="font"
				type="font/woff2"
				href="/fonts/newsreader.woff2"
				crossOrigin="anonymous"
			/>
			{children}
		</>
	)
}
