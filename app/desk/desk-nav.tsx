'use client'

import { usePathname } from 'next/navigation'
import { type NavItem, NavList } from '@/components/desk/nav-list'

/** Desk menu. Marks the current item: /desk for stories, elsewhere by path prefix. */
export function DeskNav({ items }: { items: NavItem[] }) {
	const path = usePathname()
	const current = items.find(({ href }) => href !== '/desk' && path.startsWith(href))
	const stories = path === '/desk' || path.startsWith('/desk/stories') ? '/desk' : null
	return <NavList items={items} current={current?.href ?? stories} />
}
