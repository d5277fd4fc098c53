import type { ReactNode } from 'react'
import { viewer } from '@/app/_http/viewer'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { listSections } from '@/domain/articles/lists'
import { siteSettings } from '@/domain/settings'

type Props = {
	children: ReactNode
	/** Path to return to after signing in. */
	path?: string
	/** Path of the page, if it differs from `path`. */
	here?: string
	/** Front page: shows the date in the masthead. */
	front?: boolean
	/** Slug of the section of the page. */
	section?: string
}

/**
 * Frame of every reader page: masthead, main, footer. A private page carries `data-reader` (the account's name, or
 * empty for a reader without one), so that its script skips the request to /api/viewer.
 */
export async function ReaderPage({ children, path, here, front, section }: Props) {
	const [site, sections, { person, readerId }] = await Promise.all([siteSettings(), listSections(), viewer()])
	const name = person?.name ?? null
	return (
		<>
			<Masthead
				site={site}
				sections={sections}
				person={name}
				path={path}
				edition={front ? new Date() : undefined}
				current={section}
			/>
			<main id="content" tabIndex={-1} data-reader={person || readerId ? (name ?? '') : undefined}>
				{children}
			</main>
			<Footer site={site} sections={sections} person={name} path={path} here={here} />
		</>
	)
}
