import type { Metadata } from 'next'
import { TransparencyPage, transparencyMetadata } from '../transparency-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ month: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
	transparencyMetadata((await params).month)

export default async function MonthPage({ params }: Props) {
	return <TransparencyPage name={(await params).month} />
}
