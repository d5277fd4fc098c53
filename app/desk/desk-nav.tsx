'use client'

import { usePathname } from 'next/navigation'
import { type NavItem, NavList } from '@/components/desk/nav-list'

/** Stories begin at /desk itself, everything else at the address of its first page. */
export function DeskNav({ items }: { items: NavItem[] }) {
	const path = usePathname()
	const current = items.find(({ href }) => href !== '/desk' && path.startsWith(href))
	const stories = path === '/desk' || path.startsWith('/desk/stories') ? '/desk' : null
	return <NavList items={items} current={current?.href ?? stories} />
}
