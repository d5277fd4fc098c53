import './tokens.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { siteSettings } from '@/domain/settings'
import { siteStylesheet } from '@/domain/site-style'
import { directionOfLanguage } from '@/lib/direction'
import { interfaceTag } from '@/lib/messages/languages'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName, tagline } = await siteSettings()
	return {
		title: { default: siteName, template: `%s · ${siteName}` },
		description: tagline || undefined,
		manifest: '/manifest.webmanifest',
	}
}

/** Every page reads the settings from the database, so prerendering at build time is impossible. */
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
	const settings = await siteSettings()
	const { direction } = settings
	const language = interfaceTag(settings.language)
	const stylesheet = siteStylesheet(settings)
	return (
		<html lang={language} dir={direction === 'auto' ? directionOfLanguage(language) : direction}>
			{stylesheet && (
				<head>
					<link rel="stylesheet" href={stylesheet} />
				</head>
			)}
			<body>{children}</body>
		</html>
	)
}
