import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import deskStyles from '@/components/desk/desk.module.css'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import { ListPages } from '@/components/desk/list-pages'
import { PhotoGrid } from '@/components/desk/photos/photo-grid'
import { PhotoUpload } from '@/components/desk/photos/photo-upload'
import styles from '@/components/desk/photos/photos.module.css'
import { listPhotos, missingForPrint } from '@/domain/photos/read'
import { photoView } from '@/domain/photos/views'
import { addPhotoAction } from './actions'

export const metadata: Metadata = { title: 'Photographs' }

/** Fills eight rows on a wide screen. */
const PHOTOS_PER_PAGE = 40

export default async function PhotographsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/photographs', 'keep photographs')
	const { query = '', before } = await paramsIn(searchParams)
	const after = idIn(before)
	const found = await listPhotos(deskUser, {
		query,
		limit: PHOTOS_PER_PAGE + 1,
		before: after ?? undefined,
	})
	const photos = found.slice(0, PHOTOS_PER_PAGE)
	const last = found.length > PHOTOS_PER_PAGE ? photos.at(-1) : undefined
	return (
		<>
			<PageHead title="Photographs">
				<div className={`${deskStyles.links} ${styles.jump}`}>
					<a href="#add">Add a photograph</a>
				</div>
			</PageHead>
			<div className={styles.page}>
				<div>
					<FilterForm
						action="/desk/photographs"
						label="Find photographs"
						button="Search"
						all={query ? '/desk/photographs' : null}
					>
						<FilterWords name="query" label="Caption, credit or number" value={query} />
					</FilterForm>
					{photos.length > 0 ? (
						<PhotoGrid
							photos={photos.map((photo) => ({
								...photoView(photo),
								missing: missingForPrint(photo),
								noCreditReason: photo.noCreditReason,
							}))}
						/>
					) : (
						<Nothing query={query} continued={after !== null} />
					)}
					<ListPages
						label="Pages of photographs"
						first={
							after === null
								? null
								: { href: listPath('/desk/photographs', { query }), label: 'Newest photographs' }
						}
						next={
							last
								? {
										href: listPath('/desk/photographs', { query, before: last.id }),
										label: 'Older photographs',
									}
								: null
						}
					/>
				</div>
				<PhotoUpload action={addPhotoAction} />
			</div>
		</>
	)
}

function Nothing({ query, continued }: { query: string; continued: boolean }) {
	if (continued)
		return (
			<Empty title="No older photograph.">
				<p>The library ends here.</p>
			</Empty>
		)
	if (query)
		return (
			<Empty title="No photograph matches.">
				<p>
					Try fewer words, or <a href="/desk/photographs">show all photographs</a>.
				</p>
			</Empty>
		)
	return (
		<Empty title="No photographs yet.">
			<p>
				Add the first one here. Its caption and credit are read from the file, if the photographer left them.
			</p>
		</Empty>
	)
}
