// What Fastify and pg do with no Homeward around them: one row, fifty rows. The yardstick of the same run.
import fastify from 'fastify'
import pg from 'pg'

const [url = '', port = '0'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 20, options: '-c search_path=homeward,public' })
const server = fastify()

server.get<{ Params: { id: string } }>('/one/:id', async ({ params }) => {
  const { rows } = await pool.query('select "case", version, state from case_file where "case" = $1', [params.id])
  return rows[0]
})

server.get('/fifty', async () => {
  const { rows } = await pool.query(
    `select "case", name, scheme, stage, region, aid, status, custody, operator, road, household, opened_on, changed_at, due_on
     from case_list where office = $1 and stage = $2 and region = $3 order by opened_on desc, "case" desc limit 50`,
    ['ofii-programme', 'arrival', 'CM-CE'],
  )
  return { rows }
})

await server.listen({ port: Number(port), host: '127.0.0.1' })
