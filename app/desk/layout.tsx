import '@/app/reader.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { viewer } from '@/app/_http/viewer'
import { DeskFrame } from '@/components/desk/desk-frame'
import type { NavItem } from '@/components/desk/nav-list'
import { countHeldComments } from '@/domain/comments/list'
import { countReported } from '@/domain/notices/desk-reports'
import { can, type Permission, type Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { DeskNav } from './desk-nav'
import { PageAddress } from './page-address'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName } = await siteSettings()
	return {
		title: { template: `%s – ${siteName} desk`, default: `${siteName} desk` },
		robots: { index: false, follow: false },
	}
}

/** Desk frame. Layouts do not authorize: each page checks its own permission. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
	const deskUser = await viewer()
	if (!deskUser.person || !can(deskUser, 'enter the desk')) return children
	return (
		<DeskFrame
			site={await siteSettings()}
			person={deskUser.person.name}
			nav={<DeskNav items={await navOf(deskUser)} />}
		>
			<PageAddress>{children}</PageAddress>
		</DeskFrame>
	)
}

const ITEMS: (NavItem & { permission: Permission })[] = [
	{ href: '/desk/overview', label: 'Overview', permission: 'enter the desk' },
	{ href: '/desk', label: 'Stories', permission: 'write stories' },
	{ href: '/desk/front-page', label: 'Front page', permission: 'arrange the front page' },
	{ href: '/desk/photographs', label: 'Photographs', permission: 'keep photographs' },
	{ href: '/desk/comments', label: 'Comments', permission: 'moderate comments' },
	{ href: '/desk/reports', label: 'Reports', permission: 'moderate comments' },
	{ href: '/desk/advertisements', label: 'Advertisements', permission: 'place advertisements' },
	{ href: '/desk/sections', label: 'Sections', permission: 'change settings' },
	{ href: '/desk/people', label: 'People', permission: 'manage people' },
	{ href: '/desk/pages', label: 'Pages', permission: 'edit pages' },
	{ href: '/desk/settings', label: 'Settings', permission: 'change settings' },
	{ href: '/desk/log', label: 'Log', permission: 'read the log' },
]

/** Maximum count shown in the menu, then “99+”. */
const COUNT_MAX = 99

async function navOf(deskUser: Viewer): Promise<NavItem[]> {
	const moderates = can(deskUser, 'moderate comments')
	const waiting: Record<string, number> = moderates
		? {
				'/desk/comments': await countHeldComments(deskUser, COUNT_MAX + 1),
				'/desk/reports': await countReported(deskUser, COUNT_MAX + 1),
			}
		: {}
	return ITEMS.filter(({ permission }) => can(deskUser, permission)).map(({ href, label }) => {
		const number = waiting[href] ?? 0
		const count = number > COUNT_MAX ? `${COUNT_MAX}+` : String(number)
		return number > 0 ? { href, label, count, countWords: `${count} waiting` } : { href, label }
	})
}
