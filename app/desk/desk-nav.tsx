'use client'

import { usePathname } from 'next/navigation'
import { type NavItem, NavList } from '@/components/desk/nav-list'

/** Screens of the stories besides their list. */
const STORIES = /^\/desk(\/(stories|calendar|trash)(\/|$)|$)/

/** Desk menu. Marks the current item by path prefix. */
export function DeskNav({ items }: { items: NavItem[] }) {
	const path = usePathname()
	const current = items.find(({ href }) => href !== '/desk' && path.startsWith(href))
	return <NavList items={items} current={current?.href ?? (STORIES.test(path) ? '/desk' : null)} />
}
