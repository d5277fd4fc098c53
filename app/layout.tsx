import './tokens.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { siteSettings } from '@/domain/settings'
import { directionOfLanguage } from '@/lib/direction'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName, tagline } = await siteSettings()
	return { title: { default: siteName, template: `%s · ${siteName}` }, description: tagline || undefined }
}

/** Every page reads the settings from the database, so prerendering at build time is impossible. */
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
	const { language } = await siteSettings()
	return (
		<html lang={language} dir={directionOfLanguage(language)}>
			<body>{children}</body>
		</html>
	)
}
