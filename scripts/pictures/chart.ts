import { writeChart } from './write-chart'

writeChart()
