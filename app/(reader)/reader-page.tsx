import type { ReactNode } from 'react'
import { viewer } from '@/app/_http/viewer'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { listSections } from '@/domain/articles/lists'
import { siteSettings } from '@/domain/settings'

type Props = {
	children: ReactNode
	/** The page's own address, to come back to after signing in. */
	path?: string
	/** Where the page itself is, if that is not where signing in leads. */
	here?: string
	/** The front page wears the large name and the date of the edition. */
	front?: boolean
	/** The slug of the section the page belongs to. */
	section?: string
}

/**
 * What stands around every reader page. A page made for one reader says so (`data-reader`, with the name
 * of who is signed in), so that its scripts need not ask.
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
