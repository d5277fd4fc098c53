import '@/app/reader.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { viewer } from '@/app/_http/viewer'
import { DeskFrame } from '@/components/desk/desk-frame'
import type { NavItem } from '@/components/desk/nav-list'
import { countHeldComments } from '@/domain/comments/list'
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

/** The chrome only: each page asks for itself who may see it. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
	const who = await viewer()
	if (!who.person || !can(who, 'enter the desk')) return children
	const { siteName } = await siteSettings()
	return (
		<DeskFrame siteName={siteName} person={who.person.name} nav={<DeskNav items={await navOf(who)} />}>
			<PageAddress>{children}</PageAddress>
		</DeskFrame>
	)
}

const ITEMS: (NavItem & { permission: Permission })[] = [
	{ href: '/desk', label: 'Stories', permission: 'write stories' },
	{ href: '/desk/photographs', label: 'Photographs', permission: 'keep photographs' },
	{ href: '/desk/comments', label: 'Comments', permission: 'moderate comments' },
	{ href: '/desk/advertisements', label: 'Advertisements', permission: 'place advertisements' },
	{ href: '/desk/sections', label: 'Sections', permission: 'change settings' },
	{ href: '/desk/settings', label: 'Settings', permission: 'change settings' },
]

/** Beyond this a number in the menu says no more than that there are many. */
const COUNT_MAX = 99

async function navOf(who: Viewer): Promise<NavItem[]> {
	const waiting = can(who, 'moderate comments') ? await countHeldComments(who, COUNT_MAX + 1) : 0
	const count = waiting > COUNT_MAX ? `${COUNT_MAX}+` : String(waiting)
	return ITEMS.filter(({ permission }) => can(who, permission)).map(({ href, label }) =>
		href === '/desk/comments' && waiting > 0
			? { href, label, count, countWords: `${count} waiting` }
			: { href, label },
	)
}
