import type { ReactNode } from 'react'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { findMenus } from '@/domain/menus'
import { siteSettings } from '@/domain/settings'
import { requestContext } from '@/lib/request-context'
import { ACCOUNT_LINK, FOOTER_ACCOUNT_LINK } from './parts/account-links'
import { PagePart } from './parts/page-part'

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

/** Frame of every reader page: masthead, main, footer. */
export async function ReaderPage({ children, path, here, front, section }: Props) {
	const [site, menus] = await Promise.all([siteSettings(), findMenus()])
	// Also for a preview at the desk, whose own words are English.
	requestContext().language = site.language
	return (
		<>
			<Masthead
				site={site}
				menu={menus.masthead}
				account={<PagePart part={ACCOUNT_LINK} props={{ path }} />}
				edition={front ? new Date() : undefined}
				current={section}
			/>
			<main id="content" tabIndex={-1}>
				{children}
			</main>
			<Footer
				site={site}
				menu={menus.footer}
				account={<PagePart part={FOOTER_ACCOUNT_LINK} props={{ path }} />}
				back={here ?? path ?? '/'}
			/>
		</>
	)
}
