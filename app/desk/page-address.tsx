'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageAddressProvider, PageResultProvider } from '@/components/desk/form/form-context'
import { RESULT_PARAM } from '@/components/desk/form/form-state'

/** Provides the path of the page to its forms, without the parameters of a result, and the result's own. */
export function PageAddress({ children }: { children: ReactNode }) {
	const path = usePathname()
	const query = new URLSearchParams(useSearchParams())
	const result = query.get(RESULT_PARAM) ?? ''
	query.delete('done')
	query.delete(RESULT_PARAM)
	return (
		<PageAddressProvider value={query.size > 0 ? `${path}?${query}` : path}>
			<PageResultProvider value={result}>{children}</PageResultProvider>
		</PageAddressProvider>
	)
}
