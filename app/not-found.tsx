import './reader.css'
import { Problem } from '@/components/problems/problem'
import { listLatest } from '@/domain/articles/lists'
import { ReaderPage } from './(reader)/reader-page'

export const metadata = { title: 'There is nothing at this address' }

/** Stories offered to somebody who came for another one. */
const LATEST = 5

export default async function NotFound() {
	return (
		<ReaderPage>
			<Problem
				status={404}
				title="There is nothing at this address"
				detail="The story may have moved, or the address may have lost a letter on its way here."
				latest={await listLatest({ limit: LATEST })}
			/>
		</ReaderPage>
	)
}
