# One image for the gateway and every subgraph; docker-compose.yml says which command each runs.
FROM node:24-bookworm-slim
WORKDIR /lianku
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY schema schema
COPY subgraphs subgraphs
COPY gateway gateway
COPY samples samples
USER node
EXPOSE 4000
CMD ["node", "gateway/main.ts"]
