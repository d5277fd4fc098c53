'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageAddressProvider } from '@/components/desk/form/form-context'

/** Provides the path of the page to its forms, without the `done` parameter. */
export function PageAddress({ children }: { children: ReactNode }) {
	const path = usePathname()
	const query = new URLSearchParams(useSearchParams())
	query.delete('done')
	return (
		<PageAddressProvider value={query.size > 0 ? `${path}?${query}` : path}>{children}</PageAddressProvider>
	)
}
