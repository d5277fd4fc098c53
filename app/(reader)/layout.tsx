import '@/app/reader.css'
import type { ReactNode } from 'react'
import { islandsScript } from '@/app/_http/islands-script'
import { siteSettings } from '@/domain/settings'
import { usesWebFont } from '@/lib/site-look'

export default async function ReaderLayout({ children }: { children: ReactNode }) {
	const settings = await siteSettings()
	const webFont = usesWebFont(settings)
	const script = islandsScript()
	const offline = settings.offlineReading && islandsScript('offline')
	// Low priority: before the first paint a slow connection loads the style sheet only.
	return (
		<>
			{webFont && (
				<link
					rel="preload"
					as="font"
					type="font/woff2"
					href="/fonts/newsreader-english.woff2"
					crossOrigin="anonymous"
					fetchPriority="low"
				/>
			)}
			{script && <script type="module" src={script} fetchPriority="low" />}
			{offline && <script type="module" src={offline} fetchPriority="low" />}
			{children}
		</>
	)
}
