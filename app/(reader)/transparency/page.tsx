import type { Metadata } from 'next'
import { TransparencyPage, transparencyMetadata } from './transparency-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> => transparencyMetadata(null)

export default function PresentMonthPage() {
	return <TransparencyPage name={null} />
}
